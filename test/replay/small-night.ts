import type { Night } from '../../server/replay/night.ts';
import { parseTimeline } from '../../server/replay/parse-timeline.ts';
import { smallContest, smallElection } from '../election/definitions.ts';

const reports = (at: string, votes: object, status = 'complete') => ({
  at,
  type: 'reports',
  contest: 'house',
  status,
  source: 'the county',
  votes,
});

/** One step of every kind, with an hour's silence and a week's in it. */
const LINES = [
  { election: 'spring-2017', name: 'Spring', start: '2017-04-18T19:50:00-04:00', speed: 60 },
  reports('2017-04-18T19:58:00-04:00', {
    early: { 'cobb/one': { ann: 30, bob: 20 }, 'cobb/two': { ann: 50, cat: 25 } },
  }),
  reports('2017-04-18T20:10:00-04:00', { 'election-day': { 'cobb/one': { bob: 10 } } }, 'partial'),
  {
    at: '2017-04-18T21:10:00-04:00',
    type: 'notice',
    notice: { noticeId: 'stall', contest: 'house', text: { en: 'The upload is stuck.' } },
  },
  { at: '2017-04-18T21:15:00-04:00', type: 'end-notice', noticeId: 'stall' },
  reports('2017-04-18T21:15:00-04:00', {
    'election-day': { 'cobb/one': { ann: 1, bob: 40 }, 'cobb/two': { bob: 60, cat: 7 } },
  }),
  {
    at: '2017-04-18T21:20:00-04:00',
    type: 'call',
    call: { callId: 'ap', contest: 'house', type: 'winner', choices: ['bob'], source: 'AP' },
  },
  reports('2017-04-25T15:00:00-04:00', {
    provisional: { 'cobb/one': { ann: 1 }, 'cobb/two': {} },
  }),
  {
    at: '2017-04-25T15:02:00-04:00',
    type: 'amend',
    contest: 'house',
    amendment: {
      amendId: 'certified',
      changes: { certified: { at: '2017-04-25T15:02:00-04:00', source: 'the state' } },
      reason: 'certified',
    },
  },
];

export function smallNight(): Night {
  const timeline = parseTimeline(LINES.map((line) => JSON.stringify(line)).join('\n'));
  if (!timeline.ok) throw new Error(timeline.reason);
  const contest = smallContest({
    pollsClose: '2017-04-18T19:00:00-04:00',
    late: [{ method: 'provisional', bound: null }],
  });
  const definition = JSON.stringify({ ...smallElection([contest]), labels: ['replay'] });
  return { definition, timeline: timeline.value };
}
