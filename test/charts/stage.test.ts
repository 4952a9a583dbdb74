import { describe, expect, it } from 'vitest';
import type { Figures } from '../../client/charts/figures.ts';
import { votesOf, whole } from '../../client/charts/frame.ts';
import { Stage } from '../../client/charts/stage.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';

const ONE = 'one' as ChoiceId;
const OTHER = 'other' as ChoiceId;

function figures(one: number): Figures {
  const votes = new Map([
    [ONE, one],
    [OTHER, 1000],
  ]);
  return { votes, counted: one + 1000, total: one + 1000 };
}

/** A screen whose frames the test draws. */
function openScreen(still = false) {
  const screen = { nowMs: 0, asked: [] as (() => void)[] };
  const stage = new Stage({
    figures: figures(100),
    line: null,
    ticker: {
      nowMs: () => screen.nowMs,
      onNextFrame: (callback) => void screen.asked.push(callback),
      still: () => still,
    },
  });
  const seen: number[] = [];
  stage.paint((frame) => seen.push(whole(frame, (all) => votesOf(all, ONE))));
  function draw(ms: number): void {
    screen.nowMs += ms;
    for (const callback of screen.asked.splice(0)) callback();
  }
  return { screen, stage, seen, draw };
}

describe('the stage', () => {
  it('asks for no frame while nothing moves', () => {
    const { screen, stage, draw } = openScreen();
    expect(screen.asked).toHaveLength(0);
    stage.show(figures(200));
    for (let frame = 0; frame < 60; frame += 1) draw(16);
    expect(screen.asked).toHaveLength(0);
    expect(stage.moving).toBe(false);
  });

  it('shows thirty updates of one second as one movement to the latest', () => {
    const { stage, seen, draw } = openScreen();
    for (let update = 1; update <= 30; update += 1) {
      stage.show(figures(100 + update * 10));
      draw(16);
      draw(17);
    }
    for (let frame = 0; frame < 60; frame += 1) draw(16);
    expect(seen.at(-1)).toBe(400);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('starts from what is shown when an update comes on the way', () => {
    const { stage, seen, draw } = openScreen();
    stage.show(figures(1100));
    draw(0);
    draw(100);
    const shown = seen.at(-1) ?? 0;
    expect(shown).toBeGreaterThan(100);
    stage.show(figures(200));
    draw(16);
    expect(seen.at(-1)).toBeLessThanOrEqual(shown);
    expect(seen.at(-1)).toBeGreaterThan(200);
    draw(600);
    expect(seen.at(-1)).toBe(200);
  });

  it('does not move again for figures it already goes to', () => {
    const { stage, screen, draw } = openScreen();
    stage.show(figures(200));
    draw(0);
    draw(600);
    stage.show(figures(200));
    expect(screen.asked).toHaveLength(0);
  });

  it('is at the end at once for someone who asked for less motion, and says that it jumped', () => {
    const { stage, screen, seen } = openScreen(true);
    const landings: boolean[] = [];
    stage.onLanded((jumped) => landings.push(jumped));
    stage.show(figures(200));
    expect(seen).toEqual([200]);
    expect(landings).toEqual([true]);
    expect(screen.asked).toHaveLength(0);
  });

  it('shows the first votes at once: a share that grew from nothing would be nobody’s', () => {
    const { stage, seen, screen } = openScreen();
    stage.show({ votes: new Map(), counted: 0, total: 0 });
    for (let frame = 0; frame < 80; frame += 1) {
      screen.nowMs += 16;
      for (const callback of screen.asked.splice(0)) callback();
    }
    seen.length = 0;
    stage.show(figures(700));
    expect(seen).toEqual([700]);
    expect(stage.moving).toBe(false);
  });

  it('goes on in one movement when a tab comes to the front after half an hour', () => {
    const { stage, seen, draw } = openScreen();
    stage.show(figures(150));
    stage.show(figures(300));
    draw(1_800_000);
    draw(300);
    draw(300);
    expect(seen.at(-1)).toBe(300);
    expect(stage.moving).toBe(false);
  });
});
