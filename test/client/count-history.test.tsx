import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { History } from '../../client/live/use-history.ts';
import { CountHistory } from '../../client/watch/count-history.tsx';
import { CountSection } from '../../client/watch/count-section.tsx';
import type { Contest } from '../../shared/election/contest.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';
import { instant, type Left, makeDefinition, makeTally } from '../results/make.ts';

const CONTEST = makeContest({
  choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown')],
});

function pictureOf(left: Left, contest: Contest = CONTEST) {
  const at = instant('2017-04-19T04:10:00Z');
  const tally = makeTally(contest, { ann: 497, bob: 503 }, left, { asOf: at });
  const definition = makeDefinition(contest);
  const standing = standingOf(definition, tally, { seq: 9, at, nightAt: at });
  return { definition, standing, language: 'en' as const };
}

function historyOf(
  ...steps: readonly (readonly [at: string, ann: number, bob: number])[]
): History {
  const points = steps.map(([at, ann, bob], seq) => ({
    seq: seq + 1,
    at: '2026-01-01T00:00:00.000Z',
    nightAt: `2017-04-19T${at}:00-04:00`,
    counted: ann + bob,
    votes: { [choiceId('ann')]: ann, [choiceId('bob')]: bob },
    change: null,
  }));
  return { points, all: points, state: 'there' };
}

const NIGHT = historyOf(['00:01', 71, 29], ['00:03', 330, 320]);

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('how the count has moved', () => {
  it('is a picture that says what it shows, with every crossing at its time', () => {
    const left = { expected: 250, bound: 1_000 };
    render(<CountHistory {...pictureOf(left)} history={NIGHT} />);
    const picture = screen.getByRole('img');
    expect(picture.textContent).toContain(
      'Brown stands at 50.3% with 80% of the expected vote counted.',
    );
    expect(picture.textContent).toContain('Brown over the line, 12:10 am');
    expect(picture.textContent).toContain('Adams under the line, 12:10 am');
  });

  it('tells what the estimate gives from what is possible at all', () => {
    const { container } = render(
      <CountHistory {...pictureOf({ expected: 250, bound: 1_000 })} history={NIGHT} />,
    );
    const said = [...container.querySelectorAll('.count-legend li')].map(
      (item) => item.textContent,
    );
    expect(said).toEqual([
      'Where Brown ends if turnout matches the estimate: 40.2% to 60.2%',
      'Where Brown can still end, whoever votes: 25.2% to 75.2%',
    ]);
  });

  it('says so where nobody knows how much can still come', () => {
    const { container } = render(
      <CountHistory {...pictureOf({ expected: 250, bound: null })} history={NIGHT} />,
    );
    expect(container.querySelector('.count-legend')?.textContent).toContain('no upper limit');
    expect(container.querySelector('.count-possible.count-ahead, path.count-possible')).toBeNull();
  });

  it('is a table, too, newest first, for who opens it', () => {
    const { container } = render(
      <CountHistory {...pictureOf({ expected: 250 })} history={NIGHT} />,
    );
    const table = container.querySelector('details');
    if (table === null) throw new Error('no table');
    table.open = true;
    fireEvent(table, new Event('toggle'));
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toEqual([
      'TimeVotes countedBrownAdams',
      '12:10 am1,00050.3%49.7%',
      '12:03 am65049.2%50.8%',
      '12:01 am10029.0%71.0%',
    ]);
  });

  it('goes on from what is shown while the night cannot be fetched, and says so', () => {
    const away = { ...historyOf(), state: 'away' as const };
    const { container } = render(<CountHistory {...pictureOf({ expected: 250 })} history={away} />);
    expect(container.querySelectorAll('.count-end')).toHaveLength(2);
    expect(container.textContent).toContain('could not be fetched');
  });
});

describe('its place on the page', () => {
  const certified = { at: instant('2017-04-25T19:58:00Z'), source: 'the state' };

  it.each([
    [{ expected: 250 }, CONTEST, 'expected to be out'],
    [{ bound: 900 }, CONTEST, 'can still reach'],
    [{ expected: 0 }, { ...CONTEST, certified }, 'was open to Brown'],
  ])('says what the band rests on: %j', (left, contest, said) => {
    const { container } = render(<CountSection {...pictureOf(left, contest)} history={NIGHT} />);
    expect(container.textContent).toContain(said);
    expect(container.querySelector('.count-room')?.childElementCount).toBe(0);
  });
});
