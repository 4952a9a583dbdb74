// Writes the runoff's night from tables of the state's returns: node data/build-ga06-runoff.mjs [tables] [night]
// What is fact, what is reconstructed and how is said in data/README.md.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fitOrder } from './fit-ga06-runoff.mjs';
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
  unitIdOf,
  withoutZeros,
} from './ga06-tables.mjs';

const source = resolve(process.argv[2] ?? '../shared/data/ga06-2017');
const target = resolve(process.argv[3] ?? join(import.meta.dirname, 'ga-06-runoff-2017-06-20'));

const ELECTION = 'ga-2017-06-20';
const CONTEST = 'ga-06-runoff';
const CHOICES = [
  { id: 'handel', name: 'Karen Handel', party: 'R' },
  { id: 'ossoff', name: 'Jon Ossoff', party: 'D' },
];
const COUNTIES = ['Cobb', 'DeKalb', 'Fulton'];

/** Mail ballots in the certified returns, by county; by precinct those have no ways of voting. */
const CERTIFIED_MAIL = {
  Cobb: { handel: 4366, ossoff: 6625 },
  DeKalb: { handel: 1980, ossoff: 5489 },
  Fulton: { handel: 3735, ossoff: 5951 },
};

const returns = readTable(source, 'ga06_2017_runoff.csv');
const april = readTable(source, 'ga06_2017_primary.csv');
const november = readTable(source, 'ga06_2016_baseline.csv').filter(
  ({ office }) => office === 'U.S. House',
);
const places = new Map(
  readTable(source, 'ga06_precinct_centroids.csv').map((row) => [
    unitIdOf(row),
    [+row.lon, +row.lat],
  ]),
);

const byParty = (row) => [unitIdOf(row), METHODS[row.vote_type], PARTIES[row.party]];
/** As of the night, by unit, method and choice. */
const votes = sumBy(returns, (row) => [unitIdOf(row), METHODS[row.vote_type], choiceIdOf(row)]);
/** By unit and choice. */
const certified = sumBy(readTable(source, 'ga06_2017_runoff_certified.csv'), (row) => [
  unitIdOf(row),
  choiceIdOf(row),
]);
const votesApril = sumBy(april, byParty);
const votes2016 = sumBy(november, byParty);

const units = unitsOf();
const countyOf = new Map(units.map(({ id, parent }) => [id, parent]));
/** Of each precinct: the stage of the night in which its election day comes in. */
const stageOf = stagesOf();
/** What was counted after the night, by unit and method: whole counts, as a report has them. */
const late = lateVotes();

writeFileSync(join(target, 'election.json'), electionText(electionHead(), contestOf()));
writeFileSync(join(target, 'timeline.jsonl'), timelineText());

// The definition

function unitsOf() {
  const rows = new Map(returns.map((row) => [unitIdOf(row), row]));
  return [...rows].sort().map(([id, row]) => {
    const registered = +row.registered_voters;
    const [lon, lat] = places.get(id);
    const closing = id === 'dekalb/livsey-elem' && { pollsClose: '2017-06-20T19:30:00-04:00' };
    return {
      id,
      name: nameOf(row.precinct),
      parent: row.county,
      registered,
      expected: Math.min(registered, expectedOf(id)),
      ...closing,
      lon,
      lat,
    };
  });
}

/** Ballots cast before the day, and as many on the day as in April. */
function expectedOf(unit) {
  const early = sum(votes[unit].early) + sum(votes[unit]['absentee-mail']);
  return early + sum(votesApril[unit]['election-day']);
}

function electionHead() {
  return {
    id: ELECTION,
    name: 'Georgia special election runoff',
    date: '2017-06-20',
    timeZone: 'America/New_York',
    stage: 'live',
    labels: ['reconstructed-order'],
    parties: [
      { id: 'D', name: 'Democratic', color: '#1f66c9' },
      { id: 'R', name: 'Republican', color: '#c93a27' },
    ],
  };
}

function contestOf() {
  const ids = units.map(({ id }) => id);
  return {
    id: CONTEST,
    name: 'U.S. House, Georgia 6th District: runoff',
    kind: 'candidate',
    rule: { type: 'plurality', seats: 1 },
    choices: CHOICES,
    votesAllowed: 1,
    methods: ['election-day', 'early', 'absentee-mail', 'provisional'],
    reportingBy: ['election-day'],
    registration: {
      is: 'active',
      source: 'Precincts: active voters, as the state publishes them. Inactive voters may vote too',
    },
    recount: { num: 1, den: 100 },
    late: [
      {
        method: 'provisional',
        bound: null,
        source:
          'Georgia counts provisional ballots whose voters prove who they are by the Friday; those cast in the extended half hour were to be counted on Monday (Fox 5)',
        until: '2017-06-26',
      },
      {
        method: 'uocava',
        bound: null,
        source:
          'Georgia counts military and overseas ballots that were sent by election day and come by the Friday',
        until: '2017-06-23',
      },
    ],
    expectedBy:
      'Fiftyline: ballots cast early and by mail before the day, and as many on the day as in April',
    pollsClose: '2017-06-20T19:00:00-04:00',
    publishFrom: 'last',
    next: null,
    certified: null,
    units,
    baselines: [
      baselineOf('april-2017', 'First round, 18 April 2017', ids, votesApril),
      baselineOf('house-2016', '2016 U.S. House', ids, votes2016),
    ],
  };
}

// What is reconstructed

function stagesOf() {
  const cells = units.map(({ id, parent }) => ({ county: parent, ...votes[id]['election-day'] }));
  const stages = fitOrder(cells, sumOf(allOf('early')), sumOf(mailOf('DeKalb')));
  return new Map(units.map(({ id }, at) => [id, stages[at]]));
}

/**
 * Certified less the night's count, by precinct. What of it are mail ballots is known by county only:
 * each gets one in turn, in an order drawn by lot, until the county's are spent; the rest are
 * provisional ballots.
 */
function lateVotes() {
  const mail = Object.fromEntries(units.map(({ id }) => [id, { ...votes[id]['absentee-mail'] }]));
  const provisional = Object.fromEntries(units.map(({ id }) => [id, lateOf(id)]));
  for (const county of COUNTIES)
    for (const { id: choice } of CHOICES) {
      const before = sumOf(mailOf(county))[choice];
      const inTurn = units
        .filter(({ parent }) => parent === county)
        .sort((a, b) => lotOf(a, choice).localeCompare(lotOf(b, choice)));
      for (let left = CERTIFIED_MAIL[county][choice] - before; left > 0; )
        for (const { id } of inTurn)
          if (left > 0 && provisional[id][choice] > 0) {
            provisional[id][choice] -= 1;
            mail[id][choice] += 1;
            left -= 1;
          }
    }
  return Object.fromEntries(
    units.map(({ id }) => [id, { 'absentee-mail': mail[id], provisional: provisional[id] }]),
  );
}

function lotOf({ id }, choice) {
  return lot({ unit: id, method: `late mail ${choice}` });
}

function lateOf(unit) {
  const night = sumOf(Object.values(votes[unit]));
  return Object.fromEntries(CHOICES.map(({ id }) => [id, certified[unit][id] - (night[id] ?? 0)]));
}

// The timeline

function timelineText() {
  const head = {
    election: ELECTION,
    name: 'the night of 20 June 2017',
    start: '2017-06-20T19:25:00-04:00',
    speed: 60,
  };
  const steps = [...nightSteps(), ...lateSteps(), ...spokenSteps()];
  steps.sort((a, b) => (a.at < b.at ? -1 : 1));
  return [head, ...steps].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** As on the first night: each stage ends 20 seconds before the minute at which its total was seen. */
function nightSteps() {
  return [
    stage('19:38', '19:38', 1, cellsOf('Fulton', 'early')),
    stage('20:07', '20:07', 1, cellsOf('Cobb', 'early')),
    stage('20:09', '20:09', 1, cellsOf('DeKalb', 'early')),
    stage('20:28', '20:48', 4, precinctsOf(0)),
    stage('20:52', '20:55', 2, precinctsOf(1)),
    stage('20:57', '21:10', 9, precinctsOf(2)),
    stage('21:14', '21:30', 5, precinctsOf(3)),
    stage('21:33', '21:48', 7, precinctsOf(4)),
    stage('21:49', '21:51', 3, [...cellsOf('DeKalb', 'absentee-mail'), ...precinctsOf(5)]),
    stage('22:02', '23:28', 16, [...cellsOf('Cobb', 'absentee-mail'), ...lastOf(true)]),
    stage('23:40', '24:15', 4, [...cellsOf('Fulton', 'absentee-mail'), ...lastOf(false)]),
  ].flat();
}

function cellsOf(county, method) {
  return units.filter(({ parent }) => parent === county).map(({ id }) => ({ unit: id, method }));
}

function precinctsOf(stage) {
  return units
    .filter(({ id }) => stageOf.get(id) === stage)
    .map(({ id }) => ({ unit: id, method: 'election-day' }));
}

/** Cobb was complete at 11:28 pm, Fulton at 12:15 am: two thirds of what Fulton had left come before. */
function lastOf(isEarlier) {
  const cells = precinctsOf(6).sort((a, b) => lot(a).localeCompare(lot(b)));
  const fulton = cells.filter(({ unit }) => countyOf.get(unit) === 'Fulton');
  const after = new Set(fulton.slice(Math.round((2 * fulton.length) / 3)));
  return cells.filter((cell) => after.has(cell) !== isEarlier);
}

/** A county's mail comes with the last of the steps, all else in an order drawn by lot. */
function stage(first, last, count, cells) {
  const sorted = [...cells].sort((a, b) => lot(a).localeCompare(lot(b)));
  const mail = sorted.filter(({ method }) => method === 'absentee-mail');
  const rest = sorted.filter(({ method }) => method !== 'absentee-mail');
  const [from, to] = [minuteOf(first), minuteOf(last)];
  return Array.from({ length: count }, (_, at) => {
    const piece = rest.slice(
      Math.round((rest.length * at) / count),
      Math.round((rest.length * (at + 1)) / count),
    );
    const minute = count === 1 ? to : from + ((to - from) * at) / (count - 1);
    const chunk = at === count - 1 ? [...mail, ...piece] : piece;
    const time = timeOf('2017-06-20', minute * 60 - 20);
    return reportStep(chunk, time, ({ unit, method }) => votes[unit][method]);
  });
}

/** When each county sat is not known: all on the Monday, the day on which the last were to be counted. */
function lateSteps() {
  const times = { Cobb: '15:00', DeKalb: '15:10', Fulton: '15:20' };
  return COUNTIES.map((county) => {
    const isMore = ({ unit, method }) =>
      method === 'provisional' || sum(late[unit][method]) > sum(votes[unit][method]);
    const cells = ['absentee-mail', 'provisional'].flatMap((method) => cellsOf(county, method));
    const time = `2017-06-26T${times[county]}:00-04:00`;
    return reportStep(cells.filter(isMore), time, ({ unit, method }) => late[unit][method]);
  });
}

/** One request: votes by method and unit, all of them complete. A choice without a vote is left out. */
function reportStep(cells, at, votesOf) {
  const byMethod = {};
  for (const cell of cells) {
    byMethod[cell.method] ??= {};
    byMethod[cell.method][cell.unit] = withoutZeros(votesOf(cell), CHOICES);
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
  const time = '2017-06-26T15:30:00-04:00';
  return [
    {
      at: '2017-06-20T19:25:30-04:00',
      type: 'notice',
      notice: {
        noticeId: `${ELECTION}:extended`,
        contest: CONTEST,
        text: {
          en: 'Two polling places in DeKalb County stay open until 7:30 pm by court order.',
          es: 'Dos centros de votación del condado de DeKalb siguen abiertos hasta las 7:30 p. m. por orden judicial.',
        },
      },
    },
    { at: '2017-06-20T19:30:10-04:00', type: 'end-notice', noticeId: `${ELECTION}:extended` },
    ...twins('DeKalb').map((unit) => ({
      at: '2017-06-20T21:54:00-04:00',
      type: 'release',
      contest: CONTEST,
      unit,
      method: 'absentee-mail',
    })),
    winnerCall('ddhq', 'Decision Desk HQ', '2017-06-20T21:57:00-04:00'),
    winnerCall('ap', 'AP', '2017-06-20T22:10:00-04:00'),
    {
      at: time,
      type: 'amend',
      contest: CONTEST,
      amendment: {
        amendId: `${ELECTION}:certified`,
        changes: { certified: { at: time, source: `${STATE}, certified returns` } },
        reason: 'The state has certified the returns.',
      },
    },
  ];
}

/** Precincts whose mail is, to the vote, that of one that is sent before them: it is held, and let pass by a person. */
function twins(county) {
  const seen = new Set();
  return cellsOf(county, 'absentee-mail')
    .sort((a, b) => lot(a).localeCompare(lot(b)))
    .filter(({ unit, method }) => {
      const text = JSON.stringify(withoutZeros(votes[unit][method], CHOICES));
      const isTwin = sum(votes[unit][method]) >= 150 && seen.has(text);
      seen.add(text);
      return isTwin;
    })
    .map(({ unit }) => unit);
}

function winnerCall(id, source, at) {
  const call = { callId: `${ELECTION}:${id}`, contest: CONTEST, type: 'winner' };
  return { at, type: 'call', call: { ...call, choices: ['handel'], source } };
}

// Sums

function allOf(method) {
  return units.map(({ id }) => votes[id][method]);
}

function mailOf(county) {
  return cellsOf(county, 'absentee-mail').map(({ unit }) => votes[unit]['absentee-mail']);
}

function sumOf(rows) {
  const all = {};
  for (const row of rows)
    for (const [choice, number] of Object.entries(row)) all[choice] = (all[choice] ?? 0) + number;
  return all;
}
