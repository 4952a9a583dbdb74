import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveStore } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { ScreenSurface } from '../../client/screen/screen-surface.tsx';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { PublicCorrection, Tally } from '../../shared/count/tally.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, makeCall, makeDefinition, makeTally } from '../results/make.ts';

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

function open(
  parts: Partial<Tally>,
  language: Boot['language'] = 'en',
  stage: Election['stage'] = 'live',
  contest = CONTEST,
) {
  const made = makeDefinition(contest);
  const definition = { ...made, election: { ...made.election, stage } };
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
  it('says in which zone its clock is: what is filmed is seen elsewhere', () => {
    open({});
    expect(screen.getByText(/^\d+:\d\d [ap]m ET$/)).toBeDefined();
  });

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

  it('shows a call that is under review in an outline, with who made it', () => {
    const suspended = { nightAt: instant('2017-04-19T03:41:00Z'), reason: 'misread' };
    const [ap, cnn] = [makeCall('winner', ['ann']), makeCall('winner', ['ann'], { source: 'CNN' })];
    const calls = [ap, cnn].map((call) => ({ ...call, state: 'under-review' as const, suspended }));
    const { container } = open({ calls });
    const block = container.querySelector('.screen-verdict');
    expect(block?.getAttribute('data-look')).toBe('open');
    expect(block?.textContent).toBe('Call under reviewWon: AdamsCalled by AP and CNN');
    expect(container.querySelector('.pill')?.textContent).toBe('Call under review');
  });

  it('takes one name at a time for both places of a runoff', () => {
    const calls = [
      makeCall('advance', ['ann']),
      makeCall('advance', ['bob'], { callId: 'second', source: 'CNN' }),
    ];
    const { container } = open({ calls });
    expect(container.querySelector('.screen-verdict')?.textContent).toBe(
      'RunoffAdams against BrownCalled by AP and CNN',
    );
    cleanup();
    const one = open({ calls: calls.slice(0, 1) }).container;
    expect(one.querySelector('.screen-verdict strong')?.textContent).toBe('Adams advances');
  });

  it('says for ten minutes that a call was retracted', () => {
    const retraction = { nightAt: instant('2017-04-19T03:40:00Z'), reason: 'misread' };
    open({ calls: [makeCall('winner', ['ann'], { state: 'retracted', retraction })] });
    expect(screen.getByText('Call retracted: Won: Adams')).toBeDefined();
    cleanup();
    const before = { ...retraction, nightAt: instant('2017-04-19T03:30:00Z') };
    open({ calls: [makeCall('winner', ['ann'], { state: 'retracted', retraction: before })] });
    expect(screen.queryByText(/retracted/)).toBeNull();
  });

  it('shows what is proved, and says that a call is contradicted by it', () => {
    const counted = makeTally(CONTEST, { ann: 502, bob: 480 });
    const proved = open({ ...counted, calls: [makeCall('winner', ['bob'])] }).container;
    expect(proved.querySelector('.screen-verdict strong')?.textContent).toBe(
      'Adams cannot be overtaken',
    );
    expect(screen.getByText('The count contradicts this call: Won: Brown')).toBeDefined();
  });

  it('says that whoever cannot be overtaken has won once that is certified', () => {
    const counted = makeTally(CONTEST, { ann: 502, bob: 480 });
    const certified = { at: instant('2017-04-25T19:58:00Z'), source: 'The county' };
    const { container } = open(counted, 'en', 'live', { ...CONTEST, certified });
    expect(container.querySelector('.screen-verdict strong')?.textContent).toBe('Adams won');
  });

  it('says that publishing is on hold', () => {
    open({ locked: true });
    expect(screen.getByText('Publishing on hold')).toBeDefined();
  });

  it('calls nothing all votes because the estimate is reached', () => {
    const { container } = open({});
    expect(container.querySelector('.screen-facts')?.textContent).toMatch(/^Of about/);
    cleanup();
    const reached = makeTally(CONTEST, { ann: 502, bob: 480 }, { bound: null, expected: 0 });
    const facts = open({ out: reached.out, units: reached.units }).container;
    expect(facts.querySelector('.screen-facts')?.textContent).toMatch(/^Of about/);
    expect(facts.textContent).not.toMatch(/[Aa]ll \d/);
  });

  it('has the word all over its ground where it is a test, and never else', () => {
    expect(open({}).container.querySelector('.test-ground')).toBeNull();
    cleanup();
    const { container } = open({}, 'es', 'test');
    expect(container.querySelector('.test-ground text')?.textContent).toBe('Prueba');
    expect(container.querySelector('.screen-label')?.textContent).toBe('Prueba');
  });
});
