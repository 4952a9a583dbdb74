import type { RequestHandler, Response } from 'express';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { ContestState } from '../../shared/night/board.ts';
import type { HttpContext } from './context.ts';
import { failure, sendFailure } from './failure.ts';

export type AnswerContest = (state: ContestState, response: Response) => void | Promise<void>;

/** Answers about the contest that the address names, where there is one. */
export function contestHandler({
  reads,
}: Pick<HttpContext, 'reads'>): (answer: AnswerContest) => RequestHandler {
  return (answer) => (request, response) => {
    const state = reads.board.contests.get(String(request.params.id) as ContestId);
    if (state !== undefined) return answer(state, response);
    sendFailure(response, failure(404, 'unknown-contest', 'There is no such contest.', 'contest'));
  };
}
