import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { DeskAlarms } from '../../client/desk/desk-alarms.tsx';
import type { Tally } from '../../shared/count/tally.ts';
import { CERTIFIED, georgia, instant, makeDefinition, makeTally } from '../results/make.ts';

const contest = georgia();
const counted = makeTally(contest, CERTIFIED);

function show(parts: Partial<Tally>): void {
  const tally = { ...counted, ...parts };
  render(<DeskAlarms definition={makeDefinition(contest)} tally={tally} language="en" />);
}

afterEach(cleanup);

describe('the desk is warned', () => {
  it('of nothing while nothing is wrong', () => {
    show({});
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('that what had been certain is no longer proved, when and why', () => {
    const correction = {
      seq: 9,
      nightAt: instant('2017-04-19T05:00:00Z'),
      unit: null,
      unitName: null,
      method: null,
      changes: [],
      reason: 'late ballots found in a box',
      withdrawn: { was: 'runoff-certain', choices: [] },
    };
    show({ corrections: [correction] });
    expect(screen.getByRole('status').textContent).toMatch(
      /1:00 am: what had been certain is no longer proved. late ballots found in a box/,
    );
  });

  it('where more is counted than is registered, and where the estimate is passed', () => {
    show({ out: { ...counted.out, overBound: 2, overExpected: 1 } });
    expect(screen.getByRole('status').textContent).toMatch(/in 2 places: nothing is proved/);
    expect(screen.getByRole('status').textContent).toMatch(/passed the expected vote in 1 place/);
  });
});
