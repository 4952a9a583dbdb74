import { expect, it } from 'vitest';
import type { Figures } from '../../client/charts/figures.ts';
import { Stage } from '../../client/charts/stage.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';

const A = 'a' as ChoiceId;

function figures(votes: number, counted: number): Figures {
  return { votes: new Map([[A, votes]]), counted, total: counted };
}

it('a screen that is slower than the updates still follows them', () => {
  let nowMs = 0;
  const asked: (() => void)[] = [];
  const ticker = {
    nowMs: () => nowMs,
    onNextFrame: (callback: () => void) => void asked.push(callback),
    still: () => false,
  };
  const stage = new Stage({
    figures: figures(0, 0),
    line: { num: 1, den: 2, strict: true },
    ticker,
  });
  // An update and a frame, in turn, ten times a second.
  for (let update = 1; update <= 20; update += 1) {
    stage.show(figures(700 + update, 1000));
    nowMs += 100;
    for (const frame of asked.splice(0)) frame();
  }
  const { from, to, step, steps } = stage.frame;
  const votes = ((from.votes.get(A) ?? 0) * (steps - step) + (to.votes.get(A) ?? 0) * step) / steps;
  expect(votes).toBeGreaterThan(700);
});
