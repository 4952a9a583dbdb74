import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { UpdateList } from '../../client/watch/update-list.tsx';
import type { Tally } from '../../shared/count/tally.ts';
import { changeAccount } from '../../shared/results/change-account.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';
import { instant, makeCall, makeDefinition, makeTally } from '../results/make.ts';

const CONTEST = makeContest({
  choices: [makeChoice('ann', 'Ann Adams'), makeChoice('bob', 'Bob Brown')],
  pollsClose: instant('2017-04-18T23:00:00Z'),
});
const LEFT = { bound: null, expected: 900 };

const CORRECTION = {
  seq: 9,
  nightAt: instant('2017-04-19T02:52:00Z'),
  unit: 'fulton/rw12',
  unitName: 'RW12, Fulton',
  method: 'election-day' as const,
  changes: [
    { choice: choiceId('ann'), from: 1_383, to: 1_338 },
    { choice: choiceId('bob'), from: 7, to: 8 },
  ],
  reason: 'two digits were swapped',
};

/** The votes after each of these counts, the first at 9:01 pm, one a minute. */
function pointsOf(counts: readonly (readonly [number, number])[]): readonly HistoryPoint[] {
  const tallies = counts.map(([ann, bob]) => makeTally(CONTEST, { ann, bob }, LEFT));
  return tallies.map((tally, at) => ({
    seq: at + 1,
    at: '2026-01-01T00:00:00.000Z',
    nightAt: `2017-04-18T21:${String(at + 1).padStart(2, '0')}:00-04:00`,
    counted: tally.ballots,
    votes: tally.votes,
    change: changeAccount(CONTEST, tallies[at - 1] ?? makeTally(CONTEST, {}, LEFT), tally),
  }));
}

function open(
  parts: Partial<Tally> = {},
  points: readonly HistoryPoint[] = [],
  language: Boot['language'] = 'en',
) {
  const definition = makeDefinition(CONTEST);
  const at = instant('2017-04-19T05:00:00Z');
  const tally = makeTally(CONTEST, { ann: 502, bob: 480 }, LEFT, parts);
  const standing = standingOf(definition, tally, { seq: 1, at, nightAt: at });
  const picture = { definition, standing, language };
  const { container } = render(<UpdateList {...picture} points={points} />);
  return container;
}

/** What the list says, newest first; what is struck through in square brackets. */
function told(container: HTMLElement): readonly string[] {
  return [...container.querySelectorAll('.update')].map((update) => {
    const copy = update.cloneNode(true) as HTMLElement;
    for (const struck of copy.querySelectorAll('del')) {
      struck.textContent = `[${struck.textContent}]`;
    }
    return [...copy.children].map((part) => part.textContent).join(' ');
  });
}

afterEach(cleanup);

describe('the list of updates', () => {
  it('tells every change of the votes in a sentence, newest first, since the polls closed', () => {
    const points = pointsOf([
      [71, 29],
      [140, 110],
      [240, 250],
    ]);
    expect(told(open({}, points))).toEqual([
      '9:03 pm ET New votes, 240 votes: Brown 51.0%, now ahead of Adams',
      '9:02 pm ET New votes, 150 votes: Adams 71.0% to 56.0%',
      '9:01 pm ET New votes, 100 votes: Adams 71.0%',
      '7:00 pm ET Polls closed.',
    ]);
  });

  it('lets a crossing of the line stand out', () => {
    const three = makeContest({ choices: [...CONTEST.choices, makeChoice('cy')] });
    const [before, after] = [
      makeTally(three, { ann: 52, bob: 48, cy: 0 }, LEFT),
      makeTally(three, { ann: 60, bob: 50, cy: 40 }, LEFT),
    ];
    const change = changeAccount(three, before, after);
    const [point] = pointsOf([[1, 1]]);
    const crossed = open({}, point === undefined ? [] : [{ ...point, change }]);
    expect(crossed.querySelector('.update[data-weight="strong"]')?.textContent).toContain(
      'now under the line',
    );
  });

  it('strikes through what a correction put right, with the place, the new number and the reason', () => {
    expect(told(open({ corrections: [CORRECTION] }))[0]).toBe(
      '10:52 pm ET Correction. RW12, Fulton, election day: Adams 1,338, not [1,383]. ' +
        'Brown 8, not [7]. two digits were swapped',
    );
  });

  it('tells a correction once, though the votes changed with it', () => {
    const before = makeTally(CONTEST, { ann: 502 }, LEFT);
    const after = makeTally(CONTEST, { ann: 457 }, LEFT, { corrections: [CORRECTION] });
    const [point] = pointsOf([[1, 1]]);
    const change = changeAccount(CONTEST, before, after);
    const points = point === undefined ? [] : [{ ...point, seq: CORRECTION.seq, change }];
    expect(told(open({ corrections: [CORRECTION] }, points))).toHaveLength(2);
  });

  it('keeps a retracted call, struck through, with why and when', () => {
    const call = makeCall('winner', ['ann'], {
      state: 'retracted',
      suspended: { nightAt: instant('2017-04-19T05:08:00Z'), reason: 'misread' },
      retraction: { nightAt: instant('2017-04-19T05:10:00Z'), reason: 'misread' },
    });
    expect(told(open({ calls: [call] })).slice(0, 3)).toEqual([
      '1:10 am ET Call retracted. [Won: Adams (called by AP)]. misread',
      '1:08 am ET Call under review. Won: Adams (called by AP). misread',
      '1:07 am ET [Won: Adams (called by AP)]. Retracted',
    ]);
  });

  it('says of a call that it stands again, and that the count contradicts it', () => {
    const call = makeCall('winner', ['bob'], {
      suspended: { nightAt: instant('2017-04-19T05:08:00Z'), reason: 'misread' },
      reinstated: { nightAt: instant('2017-04-19T05:10:00Z'), reason: 'right after all' },
    });
    const complete = makeTally(CONTEST, {}).out;
    const units = { complete: 4, partial: 0, none: 0 };
    expect(told(open({ calls: [call], out: complete, units }))).toEqual([
      '1:10 am ET Call stands again. Won: Brown (called by AP). right after all',
      '1:08 am ET Call under review. Won: Brown (called by AP). misread',
      '1:07 am ET Won: Brown (called by AP). The count contradicts this call',
      '7:00 pm ET Polls closed.',
    ]);
  });

  it('tells notices with their beginning and their end, in the language of the page', () => {
    const text = { en: 'Fulton has stopped uploading', es: 'Fulton ha dejado de enviar' };
    const [since, until] = [instant('2017-04-19T03:40:00Z'), instant('2017-04-19T04:03:00Z')];
    const notices = [{ noticeId: 'n', text, since, until, seq: 4 }];
    expect(told(open({ notices })).slice(0, 2)).toEqual([
      '12:03 am ET No longer in force: Fulton has stopped uploading',
      '11:40 pm ET Fulton has stopped uploading',
    ]);
    cleanup();
    expect(told(open({ notices }, [], 'es')).slice(0, 2)).toEqual([
      '0:03 ET Ya no está vigente: Fulton ha dejado de enviar',
      '23:40 ET Fulton ha dejado de enviar',
    ]);
  });

  it('tells amendments with their reason, and their day where that is another', () => {
    const nightAt = instant('2017-04-25T19:58:00Z');
    const amendments = [
      { seq: 8, nightAt, parts: ['certified' as const], reason: 'certified by the state' },
      { seq: 7, nightAt, parts: [], reason: null },
    ];
    expect(told(open({ amendments })).slice(0, 2)).toEqual([
      'April 25, 3:58 pm ET Amended. Certification. certified by the state',
      'April 25, 3:58 pm ET Amended. The definition was loaded again',
    ]);
  });

  it('shows the newest first and the older ones to who asks, and stays unfolded', () => {
    const counts = Array.from({ length: 30 }, (_, at) => [10 + at, 5] as const);
    const container = open({}, pointsOf(counts));
    expect(told(container)).toHaveLength(12);
    fireEvent.click(screen.getByRole('button', { name: 'Show older (19)' }));
    expect(told(container)).toHaveLength(31);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leads from each change to the page as it was then', () => {
    const container = open({}, pointsOf([[71, 29]]));
    const href = `/contests/${CONTEST.id}?seq=1&lang=en`;
    expect(container.querySelector('.update a')?.getAttribute('href')).toBe(href);
  });
});
