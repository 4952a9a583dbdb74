import type { Method } from '../../shared/election/method.ts';
import { chartsEn } from './charts-en.ts';

/** Every word of the interface in English. Spanish has the same keys, which the compiler sees to. */
export const en = {
  ...chartsEn,
  skipToResults: 'Skip to the results',
  frontTitle: 'Election night results',
  frontNone: 'No contest has been set up on this server yet.',
  notFound: 'There is no such page here.',
  toFront: 'All contests',
  otherLanguage: 'Español',
  pause: 'Pause updates',
  resume: 'Resume updates',
  paused: 'Paused',
  waiting: (updates: number) =>
    updates === 1 ? 'Paused. 1 update is waiting.' : `Paused. ${updates} updates are waiting.`,

  pastLabel: 'The night so far',
  asItWasAt: (time: string) => `As it was ${at(time)}`,
  changeBefore: 'Change before',
  changeAfter: 'Next change',
  backToNow: 'Back to now',
  nightMoments: 'The night, moment by moment',
  nightPoint: (time: string, name: string, share: string, votes: string) =>
    `${time}: ${name} ${share} of ${votes} votes`,
  showMoment: 'Show this moment',

  pollsOpen: 'Polls open',
  tooEarly: 'Too early to say',
  counting: 'Counting',
  countPaused: 'Count paused',
  notUpdating: 'Not updating',
  cannotBeOvertaken: 'Cannot be overtaken',
  runoff: (day: string | null) => (day === null ? 'Runoff' : `Runoff ${day}`),
  tied: 'Tied',
  uncontested: 'Elected without a count',
  won: (names: string) => `${names} won`,
  callUnderReview: 'Call under review',
  recountPossible: 'Recount possible',
  certified: (day: string) => `Certified ${day}`,
  correction: 'Correction',
  calledAdvance: (names: string, count: number) =>
    count === 1 ? `${names} advances` : `${names} advance`,
  passed: 'Certain to pass',
  failed: 'Certain to fail',

  notUpdatingFor: (minutes: number) => `Not updating for ${minutes} min`,
  notUpdatingSince: (time: string) => `Not updating since ${time}`,
  reconnecting: 'Trying to reconnect. The figures below are the last that came.',
  noNewVotesSince: (time: string) => `No new votes since ${time}`,
  expectedCounted: (part: string) => `${part} of expected vote counted`,
  expectedShort: (part: string) => `${part} of expected vote`,
  votesCounted: (votes: string) => `${votes} votes counted`,
  asOf: (time: string) => `As of ${time}`,
  noVotesYet: 'No votes counted yet',
  pollsCloseAt: (time: string) => `Polls close ${at(time)}`,

  ruleMajority: 'More than half of all votes wins outright.',
  ruleShareMore: (share: string) => `More than ${share} of all votes wins outright.`,
  ruleShareLeast: (share: string) => `${share} of all votes or more wins outright.`,
  rulePassMore: (share: string) => `It passes with more than ${share} of the votes.`,
  rulePassLeast: (share: string) => `It passes with ${share} of the votes or more.`,
  rulePlurality: (seats: number) =>
    seats === 1 ? 'Most votes wins.' : `The ${seats} with the most votes win a seat each.`,
  ruleTopN: (places: number) => `The top ${number(places)} go on, whatever their share.`,
  elseRunoff: (places: number, day: string | null) =>
    `If nobody gets there, the top ${number(places)} meet in a runoff${day === null ? '' : ` on ${day}`}.`,
  onRequest: 'The runner-up must ask for the runoff.',

  flagMore: (share: string) => `Over ${share} wins outright`,
  flagLeast: (share: string) => `${share} wins outright`,
  flagPassMore: (share: string) => `Over ${share} passes`,
  flagPassLeast: (share: string) => `${share} passes`,
  sharesOfVotes: 'Share of votes counted',
  others: (count: number) => `${count} others`,
  showFewer: 'Show fewer',
  rangeIfExpected: (min: string, max: string) => `${min} to ${max} if turnout matches the estimate`,
  rangeCan: (min: string, max: string) => `can still finish ${min} to ${max}`,
  exactlyHalf: 'exactly half',

  votesInHand: 'Votes in hand',
  ofExpected: (votes: string) => `of ${votes} expected, an estimate`,
  ofAtMost: (votes: string) => `of ${votes} at most`,
  ofCounted: (votes: string) => `of ${votes} counted`,
  everyoneElse: 'Everyone else',
  stillExpected: (votes: string) => `about ${votes} still to count`,
  stillPossible: (votes: string) => `at most ${votes} still to come`,
  allVotes: (votes: string) => `all ${votes} votes`,
  closingNote: (name: string) =>
    `First to cross the line settles it, if turnout matches the estimate: ${name} wins outright, or everyone else forces a runoff.`,
  closingNoteHard: (name: string) =>
    `First to cross the line settles it: ${name} wins outright, or everyone else forces a runoff.`,
  closingNotePasses: 'First to cross the line settles it.',

  pathTo: (share: string) => `Path to ${share}`,
  needsOf: (votes: string, name: string) =>
    `of the ${votes} votes still out, by the estimate, is what ${name} needs to win outright.`,
  needsOfHard: (votes: string, name: string) =>
    `of the ${votes} votes that can still come is what ${name} needs to win outright.`,
  needsEnough: (name: string) => `${name} has enough already, if turnout matches the estimate.`,
  needsEnoughHard: (name: string) => `${name} has enough already, whatever is still to come.`,
  needsCannot: (name: string) =>
    `If turnout matches the estimate, ${name} falls short even with every vote still out.`,
  needsCannotHard: (name: string) => `${name} cannot reach the line, whatever is still to come.`,
  shortOfTheLine: 'Short of the line by',
  overTheLine: 'Over the line by',
  votes: (votes: string) => `${votes} votes`,
  vote: '1 vote',
  neededAndCounted: (needed: string, counted: string) => `${needed} needed, ${counted} counted`,

  stillOut: 'Still out',
  precinctsReporting: 'Precincts reporting',
  precinctsOf: (complete: string, all: string) => `${complete} of ${all} precincts`,
  precinctsPartly: (partial: string) => `${partial} in part`,
  votesStillOut: 'Votes still out',
  votesOutExpected: (votes: string) => `about ${votes} votes, by the estimate`,
  votesOutBound: (votes: string) => `at most ${votes} votes`,
  votesOutCounty: (votes: string) => `about ${votes} votes out`,
  votesOutNone: 'none',
  boundBy: {
    registration: 'everyone registered',
    turnout: 'the poll books',
    mixed: 'poll books and registration',
    complete: 'every precinct complete',
    roll: 'the whole roll',
    late: 'late ballots',
  },
  noBound: 'No upper limit is known, so nothing can be called certain:',
  boundMissing: {
    'registration-unknown': 'registration is not known everywhere',
    'registration-not-a-bound': 'registration does not count everyone who may vote',
    'more-counted-than-bound': 'somewhere more was counted than was registered',
    'late-unbounded': 'how many late ballots may still come is not known',
  },

  calls: 'Calls',
  noCalls: 'No call has been made.',
  callWinner: (names: string) => `Won: ${names}`,
  callRunoff: (names: string) => `Runoff: ${names}`,
  callRunoffPlain: 'Runoff',
  callAdvance: (names: string) => `Through: ${names}`,
  callTooEarly: 'Too early to call',
  callTooClose: 'Too close to call',
  calledBy: (source: string) => `called by ${source}`,
  underReviewShort: (count: number) => `${count} under review`,
  underReview: 'Under review',
  callReinstated: 'Call stands again',
  callRetracted: 'Call retracted',
  reinstated: (time: string, reason: string) => `Stands again since ${time}: ${reason}`,
  reviewedSince: (time: string, reason: string) => `Under review since ${time}: ${reason}`,
  contradicted: 'The count contradicts this call',
  retractedSince: 'Retracted',
  retracted: (time: string, reason: string) => `Retracted ${at(time)}: ${reason}`,

  updates: 'Updates',
  noUpdates: 'Nothing yet.',
  since: (time: string) => `Since ${time}`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  showOlder: (older: number) => `Show older (${older})`,
  pollsClosed: 'Polls closed.',
  noticeEnded: (notice: string) => `No longer in force: ${notice}`,
  amended: 'Amended',
  definitionLoaded: 'The definition was loaded again',
  amendedParts: {
    late: 'Late ballots',
    units: 'Registration, turnout or expected vote',
    choices: 'Candidates',
    pollsClose: 'Closing of the polls',
    certified: 'Certification',
    next: 'Next round',
  },
  correctedMark: 'corrected',
  corrected: (name: string, to: string) => `${name} ${to}, not `,
  change: (name: string, from: string, to: string) => `${name} ${to}, not ${from}`,

  noLongerCertain: 'What had been certain is no longer proved',
  noLonger: {
    'win-certain': (names: string) =>
      names === '' ? 'A win is no longer certain' : `A win is no longer certain for ${names}`,
    'runoff-certain': (names: string) =>
      names === '' ? 'A runoff is no longer certain' : `A runoff is no longer certain: ${names}`,
    'advance-certain': (names: string) =>
      names === ''
        ? 'Who advances is no longer certain'
        : `An advance is no longer certain: ${names}`,
    'pass-certain': (_: string) => 'It is no longer certain to pass',
    'fail-certain': (_: string) => 'It is no longer certain to fail',
    through: (names: string) => `An advance is no longer certain: ${names}`,
    placed: (names: string) => `A runoff place is no longer certain: ${names}`,
    out: (names: string) => `No longer certain to be out: ${names}`,
  },
  ownReasons: {
    'more votes were counted': 'More votes were counted',
    'the definition was loaded again': 'The definition was loaded again',
  },

  nextRound: 'Next round',
  roundBefore: 'Round before',
  round: (name: string, day: string) => `${name}, ${day}`,

  byParty: 'By party',
  byPartyNote: 'All candidates of a party together. A party cannot win, only a candidate.',
  candidates: (count: number) => `${count} ${count === 1 ? 'candidate' : 'candidates'}`,
  allCandidates: (count: number) => (count === 1 ? 'The candidate' : `All ${count} candidates`),
  allAnswers: 'All answers',
  candidate: 'Candidate',
  answer: 'Answer',
  votesColumn: 'Votes',
  shareColumn: 'Share',
  total: 'Total',
  incumbent: 'incumbent',
  withdrawn: 'withdrew',
  notEligible: 'cannot win',
  notCounted: 'votes do not count',
  status: {
    open: '',
    'win-certain': 'cannot be overtaken',
    placed: 'at least a runoff place',
    through: 'advances',
    out: '',
    tied: 'tied',
  },

  labels: {
    'reconstructed-order':
      'Reconstruction: the votes are the certified ones, the order in which precincts reported is reconstructed from what was published that night.',
    test: 'Test data: not a real result.',
    replay: 'Replay of a past night.',
    simulated: 'Simulated: not a real result.',
  },
  labelShort: {
    'reconstructed-order': 'Reconstruction',
    test: 'Test',
    replay: 'Replay',
    simulated: 'Simulation',
  },
  denominator:
    'Shares are of the valid votes for this contest. Blank and spoiled ballots are not part of them.',
  denominatorMany: 'Each ballot has several votes. Shares are of the votes, not of the ballots.',
  expectedSource: (who: string) => `Expected vote, an estimate: ${who}`,
  source: (who: string) => `Source: ${who}`,
  holds: (count: number) =>
    count === 1
      ? '1 report is under review and not yet part of the count.'
      : `${count} reports are under review and not yet part of the count.`,
  lockedShort: 'Publishing on hold',
  locked: 'Publishing of this contest is on hold.',

  announceShare: (name: string, share: string, side: string) => `${name} ${share}, ${side}.`,
  announceOver: 'over the line',
  announceUnder: 'under the line',
  announceCrossed: (name: string, share: string, side: string) =>
    `${name} is now ${side}, at ${share}.`,
  announceCorrection: 'A correction was made.',
  announceCall: (text: string) => `Call: ${text}.`,
  documentTitle: (name: string, share: string, counted: string | null) =>
    counted === null ? `${name} ${share}` : `${name} ${share}, ${counted} counted`,

  methods: {
    'election-day': 'election day',
    early: 'early',
    'absentee-mail': 'mail',
    provisional: 'provisional',
    uocava: 'military and overseas',
    total: 'all votes',
  } satisfies Record<Method, string>,
};

export type Words = typeof en;

/** Small numbers as words. */
function number(value: number): string {
  return ['zero', 'one', 'two', 'three', 'four', 'five', 'six'][value] ?? String(value);
}

/** At 7:00 pm ET; on another day than the night's: on June 20, 7:00 pm ET. */
function at(time: string): string {
  return time.includes(', ') ? `on ${time}` : `at ${time}`;
}
