// Writes the night from tables of the state's returns: node data/build-ga06.mjs [tables] [night]
// What is fact, what is reconstructed and how is said in data/README.md.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  baselineOf,
  choiceIdOf,
  electionText,
  lot,
  METHODS,
  minuteOf,
  nameOf,
  PARTIES,
  readTable,
  STATE,
  sum,
  sumBy,
  timeOf,
  titleCase,
  unitIdOf,
  withoutZeros,
} from './ga06-tables.mjs';

const source = resolve(process.argv[2] ?? '../shared/data/ga06-2017');
const target = resolve(process.argv[3] ?? join(import.meta.dirname, 'ga-06-2017-04-18'));

const ELECTION = 'ga-2017-04-18';
const CONTEST = 'ga-06';

const returns = readTable(source, 'ga06_2017_primary.csv');
const past = readTable(source, 'ga06_2016_baseline.csv').filter(
  ({ office }) => office === 'U.S. House',
);
const order = readTable(source, 'ga06_2017_primary_order.csv');
const places = new Map(
  readTable(source, 'ga06_precinct_centroids.csv').map((row) => [
    unitIdOf(row),
    [+row.lon, +row.lat],
  ]),
);

/** Votes by unit, method and choice. */
const votes = sumBy(returns, (row) => [unitIdOf(row), METHODS[row.vote_type], choiceIdOf(row)]);
/** Votes of November 2016 by unit, method and party. */
const votes2016 = sumBy(past, (row) => [unitIdOf(row), METHODS[row.vote_type], PARTIES[row.party]]);

const units = unitsOf();
const choices = choicesOf();

writeFileSync(join(target, 'election.json'), electionText(electionHead(), contestOf()));
writeFileSync(join(target, 'timeline.jsonl'), timelineText());

// The definition

function unitsOf() {
  const rows = new Map(returns.map((row) => [unitIdOf(row), row]));
  return [...rows].sort().map(([id, row]) => {
    const registered = +row.registered_voters;
    const [lon, lat] = places.get(id);
    return {
      id,
      name: nameOf(row.precinct),
      parent: row.county,
      registered,
      expected: Math.min(registered, expectedOf(id)),
      lon,
      lat,
    };
  });
}

/** Ballots cast before the day, and as many on the day as in November 2016. */
function expectedOf(unit) {
  const early = sum(votes[unit].early) + sum(votes[unit]['absentee-mail']);
  return early + sum(votes2016[unit]['election-day']);
}

/** In ballot order, which is that of surnames. */
function choicesOf() {
  const rows = new Map(returns.map((row) => [choiceIdOf(row), row]));
  return [...rows].sort().map(([id, { candidate, party }]) => ({
    id,
    name: titleCase(candidate),
    party: PARTIES[party],
  }));
}

function electionHead() {
  return {
    id: ELECTION,
    name: 'Georgia special election',
    date: '2017-04-18',
    timeZone: 'America/New_York',
    stage: 'live',
    labels: ['reconstructed-order'],
    parties: [
      { id: 'D', name: 'Democratic', color: '#1f66c9' },
      { id: 'R', name: 'Republican', color: '#c93a27' },
      { id: 'I', name: 'Independent', color: '#5d2d5e' },
    ],
  };
}

function contestOf() {
  return {
    id: CONTEST,
    name: 'U.S. House, Georgia 6th District',
    kind: 'candidate',
    rule: { type: 'majority', advance: 2 },
    choices,
    votesAllowed: 1,
    blocs: [blocOf('D', 'Democrats'), blocOf('R', 'Republicans'), blocOf('I', 'Independents')],
    methods: ['election-day', 'early', 'absentee-mail', 'provisional'],
    reportingBy: ['election-day'],
    registration: {
      is: 'active',
      all: 520864,
      source:
        'Precincts: active voters, as the state publishes them. All: at most so many, from the Atlanta Journal-Constitution’s “12,456 more than in November, 2.5 percent”',
    },
    recount: { num: 1, den: 100 },
    late: [
      {
        method: 'provisional',
        bound: null,
        source: 'Georgia counts provisional ballots whose voters prove who they are by the Friday',
        until: '2017-04-21',
      },
      {
        method: 'uocava',
        bound: null,
        source:
          'Georgia counts military and overseas ballots that were sent by election day and come by the Friday',
        until: '2017-04-21',
      },
    ],
    expectedBy:
      'Fiftyline: ballots cast early and by mail before the day, and as many on the day as in November 2016',
    pollsClose: '2017-04-18T19:00:00-04:00',
    publishFrom: 'last',
    next: { contest: 'ga-06-runoff', name: 'Runoff', date: '2017-06-20' },
    certified: null,
    units,
    baselines: [
      baselineOf(
        'house-2016',
        '2016 U.S. House',
        units.map(({ id }) => id),
        votes2016,
      ),
    ],
  };
}

function blocOf(party, name) {
  return { id: party, name, choices: choices.filter((c) => c.party === party).map((c) => c.id) };
}

// The timeline

function timelineText() {
  const head = {
    election: ELECTION,
    name: 'the night of 18 April 2017',
    start: '2017-04-18T19:50:00-04:00',
    speed: 60,
  };
  const steps = [...reportSteps(), ...spokenSteps()].sort((a, b) => (a.at < b.at ? -1 : 1));
  return [head, ...steps].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Each stage of the reconstruction ends 20 seconds before the minute at which its total was seen.
 * `first` and `last`: minutes of the night between which its steps are spread; `steps`: how many.
 */
function reportSteps() {
  return [
    stage('2017-04-18T19:59', '19:59', '19:59', 1),
    stage('2017-04-18T20:23', '20:11', '20:23', 3),
    stage('2017-04-18T20:35', '20:26', '20:35', 4),
    stage('2017-04-18T21:00', '20:47', '21:00', 5),
    stage('2017-04-18T21:15', '21:02', '21:15', 14),
    stage('2017-04-18T21:37', '21:18', '21:37', 13),
    stage('2017-04-18T21:49', '21:39', '21:49', 11),
    stage('2017-04-18T21:55', '21:52', '21:55', 2),
    stage('2017-04-18T22:40', '21:59', '22:40', 14),
    stage('2017-04-19T00:03', '24:00.5', '24:03', 6),
    stage('2017-04-19T00:25', '24:10', '24:25', 4),
    stage('2017-04-19T01:00', '24:29', '25:00', 12),
    stage('2017-04-19T02:00', '25:14', '26:05', 10),
    provisionalSteps(),
  ].flat();
}

function stage(inBy, first, last, count) {
  const cells = order.filter((row) => row.in_by === inBy).flatMap(cellsOf);
  const [from, to] = [minuteOf(first), minuteOf(last)];
  return chunks(cells, count).map((chunk, at) => {
    const minute = count === 1 ? to : from + ((to - from) * at) / (count - 1);
    return reportStep(chunk, timeOf('2017-04-18', minute * 60 - 20));
  });
}

/** A county's early and mail ballots come before its precincts of the same stage, each kind in an order drawn by lot. */
function cellsOf({ county, precinct, method }) {
  if (precinct !== '*') return [{ unit: unitIdOf({ county, precinct }), method }];
  return units.filter(({ parent }) => parent === county).map(({ id }) => ({ unit: id, method }));
}

/** `count` pieces of about equal size: whole counties' mail first, then precincts by lot. */
function chunks(cells, count) {
  const sorted = [...cells].sort((a, b) => lot(a).localeCompare(lot(b)));
  const apart = sorted.filter(({ method }) => method === 'absentee-mail');
  const rest = sorted.filter(({ method }) => method !== 'absentee-mail');
  const pieces = Array.from({ length: count }, (_, at) =>
    rest.slice(
      Math.round((rest.length * at) / count),
      Math.round((rest.length * (at + 1)) / count),
    ),
  );
  return pieces.map((piece, at) => (at === 0 ? [...apart, ...piece] : piece));
}

/** The counties' own sessions are not known to the minute: all on the afternoon of the certification. */
function provisionalSteps() {
  const times = { Cobb: '15:52', DeKalb: '15:54', Fulton: '15:56' };
  return Object.entries(times).map(([county, time]) => {
    const cells = cellsOf({ county, precinct: '*', method: 'provisional' });
    return reportStep(cells, `2017-04-25T${time}:00-04:00`);
  });
}

/** One request: votes by method and unit, all of them complete. A choice without a vote is left out. */
function reportStep(cells, at) {
  const byMethod = {};
  for (const { unit, method } of cells) {
    byMethod[method] ??= {};
    byMethod[method][unit] = withoutZeros(votes[unit][method], choices);
  }
  return {
    at,
    type: 'reports',
    contest: CONTEST,
    status: 'complete',
    source: STATE,
    votes: byMethod,
  };
}

function spokenSteps() {
  return [
    {
      at: '2017-04-18T23:40:00-04:00',
      type: 'notice',
      notice: {
        noticeId: `${ELECTION}:fulton-stall`,
        contest: CONTEST,
        text: {
          en: 'Fulton County’s upload has stopped because of a memory-card error. Most of its precincts are still out.',
          es: 'La transmisión del condado de Fulton se detuvo por un error en una tarjeta de memoria. Faltan la mayoría de sus recintos.',
        },
      },
    },
    { at: '2017-04-19T00:03:30-04:00', type: 'end-notice', noticeId: `${ELECTION}:fulton-stall` },
    runoffCall('cnn', 'CNN', '2017-04-19T00:42:00-04:00'),
    runoffCall('nyt', 'The New York Times', '2017-04-19T00:59:00-04:00'),
    runoffCall('ap', 'AP', '2017-04-19T01:07:00-04:00'),
    {
      at: '2017-04-25T15:58:00-04:00',
      type: 'amend',
      contest: CONTEST,
      amendment: {
        amendId: `${ELECTION}:certified`,
        changes: {
          certified: { at: '2017-04-25T15:58:00-04:00', source: `${STATE}, certified returns` },
        },
        reason: 'The state has certified the returns.',
      },
    },
  ];
}

function runoffCall(id, source, at) {
  const call = { callId: `${ELECTION}:${id}`, contest: CONTEST, type: 'runoff' };
  return { at, type: 'call', call: { ...call, choices: ['ossoff', 'handel'], source } };
}
