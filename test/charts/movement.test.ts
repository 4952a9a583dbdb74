import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figures } from '../../client/charts/figures.ts';
import { type Frame, shareIn } from '../../client/charts/frame.ts';
import { durationMs, frameAfter, movementOf } from '../../client/charts/movement.ts';
import { barEnd, lineBand } from '../../client/charts/track-layout.ts';
import { shareText } from '../../client/words/share-text.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';

const HALF = { num: 1, den: 2, strict: true };
const LEADER = 'ossoff' as ChoiceId;
const REST = 'rest' as ChoiceId;
const band = lineBand(HALF);

function figures(leader: number, rest: number): Figures {
  const votes = new Map([
    [LEADER, leader],
    [REST, rest],
  ]);
  return { votes, counted: leader + rest, total: leader + rest };
}

/** A frame every 8 ms, as on a fast screen, from the first to the end. */
function framesOf(from: Figures, to: Figures): readonly Frame[] {
  const movement = movementOf(from, to, HALF);
  const count = Math.ceil(durationMs(movement) / 8);
  return Array.from({ length: count + 1 }, (_, at) => frameAfter(movement, at * 8));
}

function printed(frame: Frame): number {
  return Number.parseFloat(shareText(shareIn(frame, LEADER), HALF, 'en').replace(/[<>]/, ''));
}

function expectAgreement(frame: Frame): void {
  const share = shareIn(frame, LEADER);
  if (share.den === 0) return;
  const end = barEnd(share, HALF);
  const number = printed(frame);
  expect(end > band.end).toBe(number > 50);
  if (number < 50) expect(end).toBeLessThan(band.start);
}

const counts = fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }));

describe('numbers on their way', () => {
  it('agree with the bar and the side of the line in every frame of the night of Georgia', () => {
    const frames = framesOf(figures(71_967, 71_083), figures(88_542, 93_609));
    for (const frame of frames) expectAgreement(frame);
    expect(printed(frames[0] as Frame)).toBe(50.3);
    expect(printed(frames.at(-1) as Frame)).toBe(48.6);
  });

  it('agree with the bar and the side of the line in every frame of any movement', () => {
    fc.assert(
      fc.property(counts, counts, ([a, b], [c, d]) => {
        for (const frame of framesOf(figures(a, b), figures(c, d))) expectAgreement(frame);
      }),
      { numRuns: 40 },
    );
  });

  it('only ever move one way, and land on the exact value', () => {
    fc.assert(
      fc.property(counts, counts, ([a, b], [c, d]) => {
        const shares = framesOf(figures(a, b), figures(c, d)).map((frame) =>
          shareIn(frame, LEADER),
        );
        const direction = Math.sign(c * (a + b) - a * (c + d));
        for (const [at, { num, den }] of shares.entries()) {
          const before = shares[at - 1];
          if (before === undefined) continue;
          const step = BigInt(num) * BigInt(before.den) - BigInt(before.num) * BigInt(den);
          expect(step * BigInt(direction) >= 0n).toBe(true);
        }
        const last = shares.at(-1) ?? { num: 0, den: 1 };
        expect(last.num * (c + d)).toBe(c * last.den);
      }),
      { numRuns: 40 },
    );
  });

  it('take 600 ms, and 1200 where somebody crosses the line', () => {
    expect(durationMs(movementOf(figures(60, 40), figures(70, 60), HALF))).toBe(600);
    expect(durationMs(movementOf(figures(60, 40), figures(60, 70), HALF))).toBe(1200);
  });

  it('wait at the line for 120 ms, on the side they come from', () => {
    const movement = movementOf(figures(60, 40), figures(60, 90), HALF);
    const [arrived, waiting, passed] = [541, 659, 700].map((ms) => frameAfter(movement, ms));
    expect(arrived?.step).toBe(waiting?.step);
    expect(printed(waiting as Frame)).toBeGreaterThan(50);
    expect(printed(passed as Frame)).toBeLessThan(50);
  });

  it('stand struck through for a second and a half before a correction moves them', () => {
    const movement = movementOf(figures(60, 40), figures(50, 40), HALF, new Set([LEADER]));
    const waiting = frameAfter(movement, 1499);
    expect(waiting.struck).toEqual(new Set([LEADER]));
    expect(printed(waiting)).toBe(60);
    expect(frameAfter(movement, 1501).struck.size).toBe(0);
    expect(durationMs(movement)).toBe(2100);
  });
});
