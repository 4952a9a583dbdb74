import type { RequestHandler, Router } from 'express';
import type { ContestState, ElectionState } from '../../shared/night/board.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import { askedMoment } from './asked-moment.ts';
import { type AnswerContest, contestHandler } from './contest-handler.ts';
import { listedContest } from './contest-list.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { failure, sendFailure } from './failure.ts';
import { historyOf } from './history.ts';
import {
  FRESH,
  IMMUTABLE,
  type KeptJson,
  keepJson,
  represent,
  SETTLED,
  sendJson,
} from './kept-json.ts';
import { loadElection } from './load-election.ts';
import { openPastStandings } from './past-standings.ts';
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
  open('/contests/:id', ofContest(answerStanding(context, standings, kept)));
  open(
    '/contests/:id/history',
    ofContest((state, response) => {
      const key = `history ${state.contest.id}`;
      sendJson(
        response,
        kept(key, publicVersion(state), () => historyOf(reads, state)),
      );
    }),
  );
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

function answerStanding(
  { reads }: HttpContext,
  standings: Standings,
  kept: KeptJson,
): AnswerContest {
  const pastStandings = openPastStandings(reads.past);
  return async (state, response) => {
    const language = queryLanguage(response.req);
    const moment = askedMoment(response.req, state, reads);
    if (!moment.ok) return sendFailure(response, moment.reason);
    if (moment.value !== null) {
      const { step, lasts } = moment.value;
      return sendJson(response, await pastStandings(state, step.seq, language), LASTING[lasts]);
    }
    const key = `standing ${language} ${state.contest.id}`;
    const make = () => spokenStanding(standings(state), language);
    sendJson(response, kept(key, publicVersion(state), make));
  };
}

const LASTING = { open: FRESH, settled: SETTLED, ever: IMMUTABLE };

function answerDefinition({ reads }: HttpContext): AnswerContest {
  return async (state, response) => {
    const request = response.req;
    const asked = queryNumber(request, 'v', state.definitionVersion);
    if (!asked.ok) return sendFailure(response, asked.reason);
    const epoch = queryText(request, 'epoch') ?? reads.epoch;
    const definition = await reads.past.definition(state.contest.id, asked.value);
    if (definition === null || epoch !== reads.epoch) {
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
