import type { RequestHandler, Response, Router } from 'express';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { ContestState, ElectionState } from '../../shared/night/board.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import { listedContest } from './contest-list.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { failure, sendFailure } from './failure.ts';
import { IMMUTABLE, type KeptJson, keepJson, represent, sendJson } from './kept-json.ts';
import { loadElection } from './load-election.ts';
import { queryLanguage, queryNumber, queryText } from './query.ts';
import { openStandings, type Standings } from './standings.ts';
import { unitList } from './unit-list.ts';

/** What everyone may read: elections, contests, standings, definitions and units. */
export function addReading(router: Router, context: HttpContext): void {
  const { reads } = context;
  const kept = keepJson();
  const standings = openStandings(reads);
  const ofContest = contestHandler(context);
  const open = (path: string, get: RequestHandler) =>
    endpoint(router, path, { get: [get], open: true });

  endpoint(router, '/elections', {
    open: true,
    get: [
      (_request, response) =>
        sendJson(
          response,
          kept('elections', versionOf(context), () => ({
            elections: [...reads.board.elections.values()].map(listedElection),
          })),
        ),
    ],
    post: loadElection(context),
  });
  open('/contests', (_request, response) => {
    sendJson(
      response,
      kept('contests', versionOf(context), () => ({
        contests: [...reads.board.contests.values()].map((state) =>
          listedContest(state, standings(state)),
        ),
      })),
    );
  });
  open('/contests/:id', ofContest(answerStanding(standings, kept)));
  open(
    '/contests/:id/units',
    ofContest((state, response) => {
      const key = `units ${state.contest.id}`;
      sendJson(
        response,
        kept(key, publicVersion(state), () => unitList(state)),
      );
    }),
  );
  open('/contests/:id/definition', ofContest(answerDefinition(context)));
}

function listedElection({ election }: ElectionState) {
  const { contests, ...rest } = election;
  return { ...rest, contests: contests.map(({ id }) => id) };
}

type AnswerContest = (state: ContestState, response: Response) => void;

function contestHandler({ reads }: HttpContext): (answer: AnswerContest) => RequestHandler {
  return (answer) => (request, response) => {
    const state = reads.board.contests.get(String(request.params.id) as ContestId);
    if (state === undefined)
      sendFailure(
        response,
        failure(404, 'unknown-contest', 'There is no such contest.', 'contest'),
      );
    else answer(state, response);
  };
}

function answerStanding(standings: Standings, kept: KeptJson): AnswerContest {
  return (state, response) => {
    const past = ['at', 'seq'].find((name) => queryText(response.req, name) !== null);
    if (past !== undefined) {
      const message = `The past is not answered here yet; leave “${past}” out for the present.`;
      return sendFailure(response, failure(422, 'invalid', message, past));
    }
    const language = queryLanguage(response.req);
    const key = `standing ${language} ${state.contest.id}`;
    const make = () => spokenStanding(standings(state), language);
    sendJson(response, kept(key, publicVersion(state), make));
  };
}

function answerDefinition({ definitions, journal }: HttpContext): AnswerContest {
  return (state, response) => {
    const request = response.req;
    const asked = queryNumber(request, 'v', state.definitionVersion);
    if (!asked.ok) return sendFailure(response, asked.reason);
    const epoch = queryText(request, 'epoch') ?? journal.epoch;
    const definition = definitions(state, asked.value);
    if (definition === null || epoch !== journal.epoch) {
      const message = `Version ${asked.value} is not at hand; leave “v” out for the newest.`;
      return sendFailure(response, failure(404, 'unknown-version', message, 'v'));
    }
    const versioned = queryText(request, 'v') !== null;
    sendJson(response, represent(definition), versioned ? IMMUTABLE : undefined);
  };
}

/** A contest's standing and units change with its last public entry and with nothing else. */
function publicVersion({ seq, definitionVersion }: ContestState): string {
  return `${seq} ${definitionVersion}`;
}

function versionOf({ reads }: HttpContext): string {
  return String(reads.board.seq);
}
