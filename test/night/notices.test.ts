import { expect, it } from 'vitest';
import { eve, instant, kay, MAYOR, makeNight } from './make-night.ts';

const post = {
  type: 'post-notice',
  noticeId: 'n1',
  contest: MAYOR,
  text: { en: "Fulton's upload is stuck.", es: 'La carga de Fulton está detenida.' },
  since: null,
  by: eve,
} as const;
const end = { type: 'end-notice', noticeId: 'n1', by: eve } as const;

it('a notice is public from now until it ends, and stays in the record', () => {
  const night = makeNight();
  expect(night.outcome(post)).toBe('posted');
  night.wait(60_000);
  night.report(kay, { votes: { ann: 1 } });
  expect(night.outcome(end)).toBe('ended');
  expect(night.tally().notices).toEqual([
    {
      noticeId: 'n1',
      text: post.text,
      since: '2026-11-04T00:00:00.000Z',
      until: '2026-11-04T00:01:00.000Z',
      seq: 2,
    },
  ]);
  expect(night.tally().lastChange).toMatchObject({ kind: 'notice', seq: 4 });
});

it('a notice may say from when it holds', () => {
  const night = makeNight();
  const since = instant('2026-11-03T23:40:00Z');
  night.give({ ...post, since });
  expect(night.tally().notices).toMatchObject([{ since }]);
});

it('a notice sent again, or ended again, changes nothing', () => {
  const night = makeNight();
  night.give(post);
  night.wait(1000);
  expect(night.outcome(post)).toBe('posted before');
  night.give(end);
  expect(night.outcome(end)).toBe('ended before');
  expect(night.outcome(post)).toBe('posted before');
  expect(night.outcome({ ...post, text: { en: 'Another.' } })).toBe('id-reused');
  expect(night.board.seq).toBe(3);
});

it('a notice says something, of a contest there is', () => {
  const night = makeNight();
  expect(night.outcome({ ...post, text: { en: ' ' } })).toBe('invalid');
  expect(night.outcome({ ...post, contest: 'x' as typeof MAYOR })).toBe('unknown-contest');
  expect(night.outcome(end)).toBe('unknown-notice');
});
