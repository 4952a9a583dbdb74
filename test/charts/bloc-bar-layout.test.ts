import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocSegments } from '../../client/charts/bloc-bar-layout.ts';
import { lineBand, TRACK } from '../../client/charts/track-layout.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';

const HALF = { num: 1, den: 2, strict: true };
const band = lineBand(HALF);

function bloc(id: string, ...votes: number[]) {
  const choices = votes.map((each, at) => ({ id: `${id}${at}` as ChoiceId, votes: each }));
  return { id, votes: votes.reduce((sum, each) => sum + each, 0), choices };
}

describe('parties against the line', () => {
  it('stand at both ends, their largest candidate at the edge', () => {
    const segments = blocSegments([bloc('d', 10, 30), bloc('r', 25, 35)], 100, HALF);
    const at = (choice: string) => segments.find((segment) => segment.choice === choice);
    expect(at('r1')).toMatchObject({ start: 0, first: true });
    expect(at('d1')).toMatchObject({ end: TRACK, first: true });
  });

  it('break the line only with more than half', () => {
    const over = blocSegments([bloc('r', 51), bloc('d', 49)], 100, HALF);
    expect(over[0]?.end).toBeGreaterThan(band.end);
    const half = blocSegments([bloc('r', 50), bloc('d', 50)], 100, HALF);
    expect(half[0]?.end).toBeLessThan(band.start);
  });

  it('never overlap and never leave the track', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(1e5), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (votes) => {
          const blocs = votes.map((each, at) => bloc(`b${at}-`, ...each));
          const total = blocs.reduce((sum, each) => sum + each.votes, 0);
          const segments = [...blocSegments(blocs, total, HALF)].sort(
            (a, b) => a.start - b.start || a.end - b.end,
          );
          for (const [at, { start, end }] of segments.entries()) {
            expect(start).toBeGreaterThanOrEqual((segments[at - 1]?.end ?? 0) - 1e-6);
            expect(end).toBeLessThanOrEqual(TRACK + 1e-6);
          }
        },
      ),
    );
  });
});
