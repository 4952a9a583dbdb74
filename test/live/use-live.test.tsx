import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { standingOfView } from '../../client/live/selectors.ts';
import { createLiveStore, type LiveStore, setView } from '../../client/live/store.ts';
import { LiveProvider, useContest, useLink, useStanding } from '../../client/live/use-live.tsx';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { MAYOR, makeBoot, makeDefinition, makeSnapshot, makeTally, minute } from './make-live.ts';

const SHERIFF = 'sheriff' as ContestId;
const NOBODY = 'constructor' as ContestId;

function twoContests(): Boot {
  const mayor = makeBoot(makeSnapshot(4, makeTally(10)));
  const snapshot = makeSnapshot(3, makeTally(40), { contest: SHERIFF });
  return {
    ...mayor,
    contests: [...mayor.contests, { definition: makeDefinition(1, SHERIFF), snapshot }],
  };
}

function viewOf(store: LiveStore, contest: ContestId) {
  return present(store.getState().contests.get(contest), 'view');
}

function countAnn(store: LiveStore, ann: number): void {
  const position = { epoch: 'first-epoch', seq: 9 };
  setView(store, MAYOR, { ...viewOf(store, MAYOR), tally: makeTally(ann), position });
}

/** How often each contest was drawn. */
const drawn = new Map<ContestId, number>();

function Counted({ contest }: { contest: ContestId }) {
  drawn.set(contest, (drawn.get(contest) ?? 0) + 1);
  return <p>{`${contest}: ${useStanding(contest)?.counted ?? 'unknown'}`}</p>;
}

function LinkState() {
  return <p>{`link: ${useLink().state}`}</p>;
}

function Missing() {
  return <p>{useContest(NOBODY) === null ? 'nothing here' : 'something'}</p>;
}

describe('a page', () => {
  it('shows what the server put into it, there and here', () => {
    const boot = twoContests();
    const page = (
      <LiveProvider store={createLiveStore(boot)}>
        <Counted contest={MAYOR} />
        <LinkState />
      </LiveProvider>
    );
    const html = renderToString(page);
    expect(html).toBe('<p>mayor: 15</p><p>link: connecting</p>');
    expect(render(page).container.innerHTML).toBe(html);
  });

  it('draws a contest again only when that contest changed', () => {
    const store = createLiveStore(twoContests());
    render(
      <LiveProvider store={store}>
        <Counted contest={MAYOR} />
        <Counted contest={SHERIFF} />
      </LiveProvider>,
    );
    drawn.clear();
    act(() => countAnn(store, 20));
    expect(screen.getByText('mayor: 30')).toBeTruthy();
    act(() => store.setState({ now: Date.parse(minute(5)) }));
    expect(drawn).toEqual(new Map([[MAYOR, 1]]));
  });

  it('has no numbers for a contest that it does not show', () => {
    render(
      <LiveProvider store={createLiveStore(twoContests())}>
        <Missing />
        <Counted contest={NOBODY} />
      </LiveProvider>,
    );
    expect(screen.getByText('nothing here')).toBeTruthy();
    expect(screen.getByText('constructor: unknown')).toBeTruthy();
  });
});

describe('a standing', () => {
  it('is computed once for a tally and its definition', () => {
    const store = createLiveStore(twoContests());
    const before = standingOfView(viewOf(store, MAYOR));
    const sheriff = standingOfView(viewOf(store, SHERIFF));
    expect(standingOfView(viewOf(store, MAYOR))).toBe(before);
    countAnn(store, 20);
    expect(standingOfView(viewOf(store, MAYOR))).not.toBe(before);
    expect(standingOfView(viewOf(store, SHERIFF))).toBe(sheriff);
  });

  it('is another one under another definition', () => {
    const view = viewOf(createLiveStore(twoContests()), MAYOR);
    const before = standingOfView(view);
    const after = standingOfView({ ...view, definition: makeDefinition(2) });
    expect([before.definitionVersion, after.definitionVersion]).toEqual([1, 2]);
  });
});
