import { act, cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePageTitle } from '../../client/picture/use-page-title.ts';

function Titled({ title, lead }: { title: string; lead: string }) {
  usePageTitle(title, lead);
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function after(ms: number): string {
  act(() => vi.advanceTimersByTime(ms));
  return document.title;
}

it('a tab’s title changes at most every 30 seconds, and at once where the leader’s side of the line does', () => {
  const { rerender } = render(<Titled title="Ossoff 50.3%" lead="ossoff over" />);
  expect(after(0)).toBe('Ossoff 50.3%');
  rerender(<Titled title="Ossoff 50.1%" lead="ossoff over" />);
  expect(after(1_000)).toBe('Ossoff 50.3%');
  rerender(<Titled title="Ossoff 49.9%" lead="ossoff under" />);
  expect(after(0)).toBe('Ossoff 49.9%');
  rerender(<Titled title="Ossoff 49.5%" lead="ossoff under" />);
  expect(after(29_000)).toBe('Ossoff 49.9%');
  expect(after(1_000)).toBe('Ossoff 49.5%');
});
