import { act, cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveStore, type LiveStore, setView } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { ReadingPage } from '../../client/watch/reading-page.tsx';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { instant, makeDefinition, makeTally } from '../results/make.ts';

const CHOICES = [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown'), makeChoice('cy')];

interface Row {
  readonly contest?: Partial<Contest>;
  readonly election?: Partial<Election>;
  readonly votes?: Record<string, number>;
}

function bootOf(rows: readonly Row[], language: Boot['language'] = 'en'): Boot {
  const contests = rows.map(({ contest: parts, election, votes = {} }, at) => {
    const id = `contest-${at}` as ContestId;
    const contest = makeContest({ id, name: `Contest ${at}`, choices: CHOICES, ...parts });
    const made = makeDefinition(contest);
    const definition = { ...made, election: { ...made.election, ...election } };
    const asOf = Object.keys(votes).length === 0 ? null : instant('2017-04-19T03:41:00Z');
    const tally = makeTally(contest, votes, { bound: null, expected: 100 }, { asOf });
    const position = { epoch: 'e', seq: 1 };
    const { version: definitionVersion } = definition;
    return { definition, snapshot: { contest: contest.id, position, definitionVersion, tally } };
  });
  return { page: 'front', language, at: '2017-04-19T03:42:00.000Z', contest: null, contests };
}

function Page({ boot, store }: { boot: Boot; store: LiveStore }) {
  return (
    <LiveProvider store={store}>
      <ReadingPage boot={boot} />
    </LiveProvider>
  );
}

function open(boot: Boot) {
  const store = createLiveStore(boot);
  const { container } = render(<Page boot={boot} store={store} />);
  const rows = [...container.querySelectorAll<HTMLElement>('.front-row')];
  return { store, container, rows };
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Element.prototype.animate = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const COUNTED = { votes: { ann: 502, bob: 300, cy: 198 } };

describe('the front page', () => {
  it('leaves the line unbroken between two who have exactly half each', () => {
    const { rows } = open(bootOf([{ votes: { ann: 50, bob: 50 } }]));
    const bars = [...(rows[0]?.querySelectorAll('.front-bar .bar') ?? [])];
    expect(bars.map((bar) => bar.getAttribute('transform'))).toEqual([
      'scale(0.492 1)',
      'translate(508 0) scale(0.492 1)',
    ]);
  });

  it('has a row a contest, with both who lead, the sentence, the state and its time', () => {
    const { rows } = open(bootOf([COUNTED, {}]));
    expect(rows).toHaveLength(2);
    const [first, second] = rows;
    const sides = [...(first?.querySelectorAll('.front-side') ?? [])];
    expect(sides.map((side) => side.textContent?.replace(/\s+/, ' '))).toEqual([
      'Adams 50.2%',
      'Brown 30.0%',
    ]);
    expect(first?.querySelector('.front-words')?.textContent).toContain('0.2 points over the line');
    expect(first?.querySelector('.front-status')?.textContent).toContain('As of 11:41 pm ET');
    expect(screen.getByRole('link', { name: 'Contest 0' }).getAttribute('href')).toBe(
      '/contests/contest-0?lang=en',
    );
    expect(second?.querySelector('.front-sides')?.textContent).toBe('');
    expect(second?.querySelector('.pill')?.textContent).toBe('Too early to say');
  });

  it('draws no bar before the first vote, from neither side', () => {
    const { rows } = open(bootOf([{}, {}]));
    const bars = [...(rows[0]?.querySelectorAll('.bar') ?? [])];
    expect(bars.map((bar) => bar.getAttribute('transform'))).toEqual([
      'scale(0 1)',
      'translate(1000 0) scale(0 1)',
    ]);
  });

  it('keeps the one who is next under the line in front of it, from the right too', () => {
    const { rows } = open(bootOf([{ votes: { ann: 501, bob: 499 } }, {}]));
    const [leader, next] = [...(rows[0]?.querySelectorAll('.bar') ?? [])].map(
      (bar) => bar.getAttribute('transform') ?? '',
    );
    expect(leader).toBe('scale(0.508 1)');
    expect(next).toBe('translate(508 0) scale(0.492 1)');
  });

  it('moves a row and no other when its contest does', () => {
    const { store, rows } = open(bootOf([COUNTED, COUNTED]));
    const view = present(store.getState().contests.get('contest-1' as ContestId), 'view');
    const tally = { ...view.tally, votes: { ...view.tally.votes, ann: 400 } };
    act(() => setView(store, 'contest-1' as ContestId, { ...view, tally: tally as never }));
    expect(rows[0]?.textContent).toContain('50.2%');
    expect(rows[1]?.textContent).toContain('44.5%');
  });

  it('says once what the line means where it is the same for all, else in each row', () => {
    expect(
      open(bootOf([COUNTED, COUNTED])).container.querySelector('.front-flag')?.textContent,
    ).toBe('Over 50% wins outright');
    cleanup();
    const share = { type: 'share', num: 2, den: 5, strict: false, advance: 2, onRequest: false };
    const { container, rows } = open(bootOf([COUNTED, { contest: { rule: share as never } }]));
    expect(container.querySelector('.front-flag')).toBeNull();
    expect(rows.map((row) => row.querySelector('.front-rule')?.textContent)).toEqual([
      ' Over 50% wins outright',
      ' 40% wins outright',
    ]);
  });

  it('keeps elections apart, and a test apart from what is real', () => {
    const other = { id: 'town' as ElectionId, name: 'Town election', stage: 'test' as const };
    const { container, rows } = open(bootOf([COUNTED, { election: other }]));
    expect([...container.querySelectorAll('h2')].map((title) => title.textContent)).toEqual([
      'Georgia special election',
      'Town election',
    ]);
    expect(rows.map((row) => row.dataset.test)).toEqual(['false', 'true']);
    expect(rows[1]?.querySelector('.data-label')?.textContent).toBe('Test');
    expect(container.querySelector('.test-strip, .test-ground')).toBeNull();
    cleanup();
    expect(
      open(bootOf([{ election: other }, { election: other }])).container.querySelector(
        '.test-strip',
      ),
    ).not.toBeNull();
  });

  it('says in its head and in every row that it is not up to date', () => {
    const { store, container, rows } = open(bootOf([COUNTED, {}]));
    const link = { state: 'stale', since: Date.parse('2017-04-19T03:42:00Z') } as const;
    act(() => {
      store.setState({ link });
      for (const [id, view] of store.getState().contests) setView(store, id, { ...view, link });
    });
    expect(screen.getByRole('alert').textContent).toBe('Not updating since 11:42 pm');
    const pills = rows.map((row) => row.querySelector('.pill'));
    expect(pills.map((pill) => pill?.textContent)).toEqual(['Not updating', 'Not updating']);
    expect(pills.map((pill) => pill?.getAttribute('data-look'))).toEqual(['stale', 'stale']);
    expect(container.querySelector('.pill-dot')).toBeNull();
  });

  it('is taken over from the server without a difference, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const boot = bootOf([COUNTED, {}], language);
      const root = document.createElement('div');
      root.innerHTML = renderToString(<Page boot={boot} store={createLiveStore(boot)} />);
      expect(root.innerHTML).not.toMatch(/style=/);
      const errors: unknown[] = [];
      render(<Page boot={boot} store={createLiveStore(boot)} />, {
        container: document.body.appendChild(root),
        hydrate: true,
        onRecoverableError: (error) => errors.push(error),
      });
      expect(errors).toEqual([]);
    }
  });

  it('says that nothing has been set up where nothing has', () => {
    open(bootOf([]));
    expect(screen.getByText(/No contest has been set up/)).toBeDefined();
  });
});
