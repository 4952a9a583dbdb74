import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveStore } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { ScreenSurface } from '../../client/screen/screen-surface.tsx';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, makeDefinition, makeTally } from '../results/make.ts';

const CONTEST = makeContest({
  choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown')],
});

const CORRECTION: PublicCorrection = {
  seq: 9,
  nightAt: instant('2017-04-19T03:40:00Z'),
  unit: 'fulton/rw12',
  unitName: 'RW12, Fulton',
  method: 'election-day',
  changes: [
    { choice: 'ann' as ChoiceId, from: 31, to: 32 },
    { choice: 'bob' as ChoiceId, from: 190, to: 109 },
  ],
  reason: 'two digits were swapped',
};

function open(parts: Partial<Tally>, language: Boot['language'] = 'en') {
  const definition = makeDefinition(CONTEST);
  const asOf = instant('2017-04-19T03:41:00Z');
  const counted = { bound: null, expected: 100 };
  const tally = makeTally(CONTEST, { ann: 502, bob: 480 }, counted, { asOf, ...parts });
  const snapshot = {
    contest: CONTEST.id,
    position: { epoch: 'e', seq: 1 },
    definitionVersion: definition.version,
    tally,
  };
  const boot: Boot = {
    page: 'screen',
    language,
    at: '2017-04-19T03:42:00.000Z',
    contest: CONTEST.id,
    contests: [{ definition, snapshot }],
  };
  return render(
    <LiveProvider store={createLiveStore(boot)}>
      <ScreenSurface boot={boot} />
    </LiveProvider>,
  );
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a screen in a room', () => {
  it('names the place of a fresh correction and its largest change', () => {
    open({ corrections: [CORRECTION] });
    expect(screen.getByText('Correction: RW12, Fulton: Brown 109, not 190')).toBeDefined();
  });

  it('names the place alone where no number changed', () => {
    open({ corrections: [{ ...CORRECTION, changes: [] }] });
    expect(screen.getByText('Correction: RW12, Fulton')).toBeDefined();
  });

  it('says what is no longer certain, in the words of its language', () => {
    const withdrawn = { was: 'win-certain', choices: ['ann' as ChoiceId] };
    open({ corrections: [{ ...CORRECTION, changes: [], withdrawn }] }, 'es');
    expect(screen.getByText('Corrección: La victoria ya no es segura para Adams')).toBeDefined();
  });
});
