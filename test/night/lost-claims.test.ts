import { describe, expect, it } from 'vitest';
import type { Claims } from '../../shared/night/claims-of.ts';
import { claimsAnything, lostClaims } from '../../shared/night/lost-claims.ts';
import type { ChoiceStanding } from '../../shared/results/standing.ts';
import { choiceId } from '../count/make.ts';

type Status = ChoiceStanding['status'];

function claims(state: Claims['state'], statuses: Readonly<Record<string, Status>>): Claims {
  const entries = Object.entries(statuses).map(([id, status]) => [choiceId(id), status] as const);
  return { state, statuses: new Map(entries) };
}

const open = claims('open', { ann: 'open', bob: 'open', cy: 'open' });

describe('of what had been proved', () => {
  it('an outcome that is lost is named once, with those who had it', () => {
    const runoff = claims('runoff-certain', { ann: 'through', bob: 'through', cy: 'out' });
    expect(lostClaims(runoff, open)).toEqual([{ was: 'runoff-certain', choices: ['ann', 'bob'] }]);
    const won = claims('win-certain', { ann: 'win-certain', bob: 'out', cy: 'out' });
    expect(lostClaims(won, open)).toEqual([{ was: 'win-certain', choices: ['ann'] }]);
  });

  it('an outcome that is proved for somebody else was lost', () => {
    const before = claims('win-certain', { ann: 'win-certain', bob: 'out' });
    const after = claims('runoff-certain', { ann: 'through', bob: 'through' });
    expect(lostClaims(before, after)).toEqual([{ was: 'win-certain', choices: ['ann'] }]);
  });

  it('a seat among several is named by its status', () => {
    const before = claims('open', { ann: 'win-certain', bob: 'open', cy: 'out' });
    expect(lostClaims(before, open)).toEqual([{ was: 'win-certain', choices: ['ann'] }]);
  });

  it('a place in the runoff is not lost where it becomes more', () => {
    const placed = claims('open', { ann: 'placed', bob: 'open', cy: 'out' });
    const won = claims('win-certain', { ann: 'win-certain', bob: 'out', cy: 'out' });
    const runoff = claims('runoff-certain', { ann: 'through', bob: 'through', cy: 'out' });
    expect(lostClaims(placed, won)).toEqual([]);
    expect(lostClaims(placed, runoff)).toEqual([]);
    expect(lostClaims(placed, claims('open', { ann: 'open', bob: 'open', cy: 'out' }))).toEqual([
      { was: 'placed', choices: ['ann'] },
    ]);
  });

  it('being out is lost by whoever is back in', () => {
    const before = claims('open', { ann: 'open', bob: 'out', cy: 'out' });
    const after = claims('open', { ann: 'open', bob: 'open', cy: 'out' });
    expect(lostClaims(before, after)).toEqual([{ was: 'out', choices: ['bob'] }]);
  });

  it('nothing is lost where nothing had been proved, or more is', () => {
    const won = claims('win-certain', { ann: 'win-certain', bob: 'out', cy: 'out' });
    expect(lostClaims(open, won)).toEqual([]);
    expect(lostClaims(won, won)).toEqual([]);
    expect(claimsAnything(open)).toBe(false);
    expect(claimsAnything(claims('tied', { ann: 'tied', bob: 'tied' }))).toBe(false);
    expect(claimsAnything(won)).toBe(true);
    expect(claimsAnything(claims('open', { ann: 'open', bob: 'out' }))).toBe(true);
  });
});
