import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Link } from '../../client/live/link.ts';
import { createLiveStore, type LiveStore, setView } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { ReadingPage } from '../../client/watch/reading-page.tsx';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';
import { instant, makeCall, makeDefinition, makeTally } from '../results/make.ts';

const NAMES = ['Ann Adams', 'Bob Brown', 'Cy Clay', 'Di Dean', 'Ed Early', 'Flo Fine', 'Gus Gray'];
const CONTEST = makeContest({
  name: 'Mayor of Springfield',
  choices: NAMES.map((name) => makeChoice(idOf(name), name)),
});

function idOf(name: string): string {
  return name.slice(0, name.indexOf(' ')).toLowerCase();
}

function tallyOf(votes: readonly number[], parts: Partial<Tally> = {}): Tally {
  const byChoice = Object.fromEntries(NAMES.map((name, at) => [idOf(name), votes[at] ?? 0]));
  const asOf = instant('2017-04-19T03:41:00Z');
  return makeTally(CONTEST, byChoice, { bound: null, expected: 250 }, { asOf, ...parts });
}

const CORRECTION = {
  seq: 9,
  nightAt: instant('2017-04-19T02:52:00Z'),
  unit: 'cobb/mount-bethel-03',
  unitName: 'Mount Bethel 03, Cobb',
  method: 'election-day' as const,
  changes: [{ choice: present(CONTEST.choices[0], 'Ann').id, from: 163, to: 136 }],
  reason: 'a digit was turned round',
};

const OVER = tallyOf([502, 180, 101, 96, 85, 20, 16]);
const UNDER = tallyOf([486, 90, 205, 105, 87, 20, 7]);

function bootOf(tally: Tally, contest: Contest = CONTEST, language: Boot['language'] = 'en'): Boot {
  const definition = makeDefinition(contest);
  const position = { epoch: 'e', seq: 1 };
  const { version: definitionVersion } = definition;
  const snapshot = { contest: contest.id, position, definitionVersion, tally };
  const contests = [{ definition, snapshot }];
  return { page: 'watch', language, at: '2017-04-19T03:42:00.000Z', contest: contest.id, contests };
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
  return { store, container };
}

function count(store: LiveStore, tally: Tally): void {
  const view = present(store.getState().contests.get(CONTEST.id), 'view');
  const position = { epoch: 'e', seq: view.position.seq + 1 };
  act(() => setView(store, CONTEST.id, { ...view, tally, position }));
}

function rowOf(container: HTMLElement, id: string): HTMLElement {
  return present(container.querySelector<HTMLElement>(`.bar-row[data-id=${id}]`), `row of ${id}`);
}

function newestUpdate(container: HTMLElement): string {
  return container.querySelector('.update > :last-child')?.textContent ?? '';
}

function rowOrder(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll<HTMLElement>('.bar-row[data-id]')].map(
    ({ dataset }) => dataset.id ?? '',
  );
}

beforeEach(() => {
  // jsdom draws no frames: whoever asked for less motion sees every end at once.
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Element.prototype.animate = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the page of a contest', () => {
  it('says who leads, by how much, of what and by which rule', () => {
    const { container } = open(bootOf(OVER));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Adams');
    expect(within(rowOf(container, 'ann')).getByText('50.2%')).toBeDefined();
    expect(screen.getByText('Over 50% wins outright')).toBeDefined();
    expect(screen.getByText(/More than half of all votes/)).toBeDefined();
    expect(screen.getByText('80% of expected vote counted')).toBeDefined();
    expect(screen.getByText('As of 11:41 pm ET')).toBeDefined();
  });

  it('folds the small ones into one row with their exact sum, and unfolds them for who asks', () => {
    const { container } = open(bootOf(OVER));
    const others = screen.getByRole('button', { name: /2 others/ });
    expect(others.closest('.bar-row')?.textContent).toContain('36');
    expect(rowOf(container, 'gus').hidden).toBe(true);
    fireEvent.click(others);
    expect(rowOf(container, 'gus').hidden).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(rowOf(container, 'gus').hidden).toBe(true);
  });

  it('keeps one node for each candidate when places change', () => {
    const { store, container } = open(bootOf(OVER));
    const before = new Map(rowOrder(container).map((id) => [id, rowOf(container, id)]));
    count(store, UNDER);
    expect(rowOrder(container).slice(0, 3)).toEqual(['ann', 'cy', 'di']);
    for (const [id, node] of before) expect(rowOf(container, id)).toBe(node);
  });

  it('agrees with itself after an update: bars, table and sentence', () => {
    const { store, container } = open(bootOf(OVER));
    count(store, UNDER);
    const table = screen.getByRole('table');
    for (const name of NAMES) {
      const share = rowOf(container, idOf(name)).querySelector('.bar-share')?.textContent;
      const row = present(within(table).getByText(name).closest('tr'), 'row of the table');
      expect(row.lastElementChild?.textContent).toBe(share);
    }
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('1.4 points under');
  });

  it('is taken over from the server without a difference, in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const boot = bootOf(OVER, CONTEST, language);
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

  it('stands still while it is paused, says how much waits, and goes on in one step', () => {
    const { store, container } = open(bootOf(OVER));
    fireEvent.click(screen.getByRole('button', { name: /Pause updates/ }));
    count(store, UNDER);
    count(store, tallyOf([486, 91, 205, 105, 87, 20, 7]));
    expect(rowOf(container, 'ann').textContent).toContain('50.2%');
    expect(screen.getByText('Paused. 2 updates are waiting.')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Resume updates/ }));
    expect(rowOf(container, 'ann').textContent).toContain('48.6%');
  });

  it('reaches the pause within the first three stops of the tab key', () => {
    const { container } = open(bootOf(OVER));
    const stops = [...container.querySelectorAll('a[href], button')].slice(0, 3);
    expect(stops.some((stop) => stop.classList.contains('pause-button'))).toBe(true);
  });

  it('says that it is not updating, since when by the clock of the night', () => {
    const { store } = open(bootOf(OVER));
    const view = present(store.getState().contests.get(CONTEST.id), 'view');
    const link = { state: 'stale', since: Date.parse('2017-04-19T03:42:00Z') } as const;
    act(() => setView(store, CONTEST.id, { ...view, link }));
    expect(screen.getByRole('alert').textContent).toContain('Not updating since 11:42 pm');
  });

  it('shows a call with its source, and says when it is under review or taken back', () => {
    const call = {
      callId: 'c1',
      type: 'runoff' as const,
      choices: [],
      source: 'AP',
      reason: null,
      nightAt: instant('2017-04-19T04:59:00Z'),
      seq: 8,
      state: 'public' as const,
      retraction: null,
    };
    const { store } = open(bootOf(tallyOf([480, 200], { calls: [call] })));
    expect(screen.getByText(/called by AP, /)).toBeDefined();
    count(store, tallyOf([480, 200], { calls: [{ ...call, state: 'under-review' }] }));
    expect(screen.getByText('Call under review')).toBeDefined();
    const retraction = { nightAt: instant('2017-04-19T05:10:00Z'), reason: 'called too soon' };
    count(store, tallyOf([480, 200], { calls: [{ ...call, state: 'retracted', retraction }] }));
    expect(screen.getByText('Retracted at 1:10 am ET: called too soon')).toBeDefined();
  });

  it('shows a correction with what changed and why', () => {
    const { container } = open(bootOf(tallyOf([480, 200], { corrections: [CORRECTION] })));
    expect(newestUpdate(container)).toBe(
      'Correction. Mount Bethel 03, Cobb, election day: Adams 136, not 163. a digit was turned round',
    );
  });

  it('says by its id what an older record has no name of, and nothing of a change where none was', () => {
    const { unitName: _, ...unnamed } = CORRECTION;
    const older = { ...unnamed, unit: 'cobb/rw12', changes: [], reason: 'closed too soon' };
    const { container } = open(bootOf(tallyOf([480, 200], { corrections: [older] })));
    expect(newestUpdate(container)).toBe('Correction. cobb/rw12, election day: closed too soon');
  });

  it('says what is no longer certain, of whom and why, in both languages', () => {
    const choices = ['ann', 'bob'].map(choiceId);
    const withdrawn = { was: 'runoff-certain', choices };
    const reason = 'more votes were counted';
    const taken = { ...CORRECTION, unit: null, unitName: null, method: null, changes: [] };
    const tally = tallyOf([480, 200], { corrections: [{ ...taken, reason, withdrawn }] });
    expect(newestUpdate(open(bootOf(tally)).container)).toBe(
      'Correction. A runoff is no longer certain: Adams and Brown. More votes were counted',
    );
    cleanup();
    expect(newestUpdate(open(bootOf(tally, CONTEST, 'es')).container)).toBe(
      'Corrección. La segunda vuelta ya no es segura: Adams y Brown. Se contaron más votos',
    );
  });

  it('marks a corrected number for ten minutes of the night', () => {
    const nightAt = instant('2017-04-19T03:33:00Z');
    const { store } = open(
      bootOf(tallyOf([480, 200], { corrections: [{ ...CORRECTION, nightAt }] })),
    );
    const rows = () =>
      screen.getAllByText('corrected').map((mark) => mark.closest('tr')?.textContent?.slice(0, 9));
    expect(rows()).toEqual(['Ann Adams']);
    act(() => store.setState({ now: Date.parse('2017-04-19T03:43:01Z') }));
    expect(screen.queryByText('corrected')).toBeNull();
  });

  it('dates what happened on another day than the night', () => {
    const nightAt = instant('2017-04-25T19:58:00Z');
    open(bootOf(tallyOf([480, 200], { corrections: [{ ...CORRECTION, nightAt }] })));
    expect(screen.getByText('April 25, 3:58 pm ET')).toBeDefined();
  });

  it('says of a test all over that it is one', () => {
    const { definition, snapshot } = present(bootOf(OVER).contests[0], 'contest');
    const election = { ...definition.election, stage: 'test' as const };
    const tested = { ...definition, election };
    open({ ...bootOf(OVER), contests: [{ definition: tested, snapshot }] });
    expect(screen.getAllByText('Test data: not a real result.')).not.toHaveLength(0);
    expect(document.querySelector('.test-ground')).not.toBeNull();
    expect(document.querySelector('.data-label')?.textContent).toBe('Test');
    cleanup();
    open(bootOf(OVER));
    expect(document.querySelector('.test-ground, .test-strip, [data-test="true"]')).toBeNull();
  });

  it('leads to the next round where that is here, and says it in words where it is decided', () => {
    const next = { contest: null, name: 'Runoff', date: '2017-06-20' };
    const contest = { ...CONTEST, next };
    const after = { contest: 'ga-06-runoff' as ContestId, name: 'The runoff' };
    open({ ...bootOf(OVER, contest), rounds: { before: null, after } });
    const link = screen.getByRole('link', { name: 'Runoff June 20' });
    expect(link.getAttribute('href')).toBe('/contests/ga-06-runoff?lang=en');
    cleanup();
    open(bootOf(OVER, contest));
    expect(screen.queryByText('Next round')).toBeNull();
    cleanup();
    const calls = [makeCall('runoff', [])];
    open(bootOf({ ...OVER, calls }, contest, 'es'));
    expect(screen.getByText('Siguiente vuelta')).toBeDefined();
    expect(screen.queryByRole('link', { name: /20 de junio/ })).toBeNull();
    cleanup();
    open({ ...bootOf(OVER), rounds: { before: after, after: null } });
    expect(screen.getByRole('link', { name: 'The runoff' })).toBeDefined();
  });

  it('has the mark of what is live only while it is', () => {
    const { store, container } = open(bootOf(OVER));
    const view = present(store.getState().contests.get(CONTEST.id), 'view');
    const link = (state: Link) => act(() => setView(store, CONTEST.id, { ...view, link: state }));
    link({ state: 'live' });
    expect(container.querySelector('.pill-dot')).not.toBeNull();
    link({ state: 'silent', since: instant('2017-04-19T03:20:00Z') });
    expect(container.querySelector('.pill-dot')).toBeNull();
    expect(screen.getByText('No new votes since 11:41 pm ET')).toBeDefined();
    link({ state: 'stale', since: Date.parse('2017-04-19T03:42:00Z') });
    expect(container.querySelector('.pill-dot')).toBeNull();
    link({ state: 'live' });
    expect(container.querySelector('.pill-dot')).not.toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that it is a reconstruction, and that reports wait for review', () => {
    open(bootOf(tallyOf([480, 200], { holds: 2 })));
    expect(screen.getByText('Reconstruction')).toBeDefined();
    expect(screen.getByText(/^2 reports are under review/)).toBeDefined();
  });

  it('leaves no share, and no path to the line, before the first vote', () => {
    const { container } = open(bootOf(tallyOf([])));
    expect(rowOf(container, 'ann').textContent).toContain('–');
    expect(screen.queryByText('Path to 50%')).toBeNull();
    expect(screen.getByText('Too early to say')).toBeDefined();
  });
});
