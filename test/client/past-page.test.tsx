import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveStore } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { bootTitle } from '../../client/watch/boot-title.ts';
import { ReadingPage } from '../../client/watch/reading-page.tsx';
import { learnAll } from '../../client/words/learn-all.ts';
import type { Boot, BootPast } from '../../shared/wire/boot.ts';
import { makeContest } from '../count/make.ts';
import { instant, makeDefinition, makeTally } from '../results/make.ts';

learnAll();

const CONTEST = makeContest({ name: 'Mayor of Springfield' });
const PAST: BootPast = {
  nightAt: instant('2017-04-19T04:03:00Z'),
  before: { seq: 38, nightAt: instant('2017-04-19T03:41:00Z') },
  after: { seq: 44, nightAt: instant('2017-04-19T04:07:00Z') },
};

function bootOf(past: BootPast | null, language: Boot['language'] = 'en'): Boot {
  const definition = makeDefinition(CONTEST);
  const tally = makeTally(CONTEST, { ann: 486, bob: 514 }, { bound: null, expected: 250 });
  const { version: definitionVersion } = definition;
  const position = { epoch: 'e', seq: 40 };
  const snapshot = { contest: CONTEST.id, position, definitionVersion, tally };
  const page = {
    page: 'watch',
    contest: CONTEST.id,
    contests: [{ definition, snapshot }],
  } as const;
  const at = '2017-04-19T04:03:00.000Z';
  return { ...page, language, at, ...(past === null ? {} : { past }) };
}

function page(boot: Boot) {
  return (
    <LiveProvider store={createLiveStore(boot)}>
      <ReadingPage boot={boot} />
    </LiveProvider>
  );
}

/** What the server says of the night: three points, the second of them shown. */
const POINTS = [
  [2, '2017-04-18T19:50:00-04:00', 0, 0],
  [40, '2017-04-19T00:03:00-04:00', 486, 514],
  [44, '2017-04-19T00:07:00-04:00', 900, 600],
].map(([seq, nightAt, ann, bob]) => ({
  seq,
  at: nightAt,
  nightAt,
  counted: Number(ann) + Number(bob),
  votes: { ann, bob },
  change: null,
}));

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ points: POINTS })));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a page of the past', () => {
  it('says at the top, in the bar and in the title which moment it shows', () => {
    render(page(bootOf(PAST)));
    const said = 'As it was at 12:03 am ET';
    expect(screen.getByRole('banner').textContent).toContain(said);
    expect(screen.getByRole('navigation', { name: 'The night so far' }).textContent).toContain(
      said,
    );
    expect(bootTitle(bootOf(PAST))).toMatch(/^As it was at 12:03 am ET: /);
  });

  it('names the day where it is not the night’s', () => {
    const past = { ...PAST, nightAt: instant('2017-04-25T19:58:00Z') };
    expect(bootTitle(bootOf(past))).toMatch(/^As it was on April 25, 3:58 pm ET: /);
    expect(bootTitle(bootOf(past, 'es'))).toMatch(/^Así estaba el 25 de abril/);
  });

  it('leads to the changes beside it and back to now, before any script has run', () => {
    const html = renderToString(page(bootOf(PAST)));
    expect(html).toContain('href="?seq=38&amp;lang=en"');
    expect(html).toContain('href="?seq=44&amp;lang=en"');
    expect(html).toContain('href="/contests/mayor?lang=en"');
    const text = html.replaceAll(/<[^>]*>/g, '');
    expect(text).toContain('Change before, 11:41 pm ET');
    expect(text).toContain('Next change, 12:07 am ET');
  });

  it('has no way to what was not there yet', () => {
    render(page(bootOf({ ...PAST, before: null, after: null })));
    const bar = screen.getByRole('navigation', { name: 'The night so far' });
    expect(within(bar).getAllByRole('link')).toHaveLength(1);
  });

  it('stays at its moment in the other language', () => {
    render(page(bootOf(PAST)));
    const link = screen.getByRole('link', { name: /Español/ });
    expect(link.getAttribute('href')).toBe('?seq=40&lang=es');
  });

  it('cannot be paused, since nothing moves it', () => {
    render(page(bootOf(PAST)));
    expect(screen.queryByRole('button', { name: 'Pause updates' })).toBeNull();
  });
});

it('is no page of the past while nobody asks for one', () => {
  render(page(bootOf(null)));
  expect(screen.queryByRole('navigation', { name: 'The night so far' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Pause updates' })).toBeTruthy();
});

describe('the night, moment by moment', () => {
  const slider = () => screen.findByRole('slider', { name: 'The night, moment by moment' });
  const asked = (element: HTMLElement) =>
    [...new FormData(element.closest('form') ?? undefined)].map((field) => field.join('='));

  it('stands at what is shown, and says how it stood', async () => {
    render(page(bootOf(PAST)));
    const range = await slider();
    expect(range.getAttribute('aria-valuetext')).toBe('12:03 am ET: Brown 51.4% of 1,000 votes');
    expect(screen.getByRole('button', { name: 'Show this moment' })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('says how it stood wherever it is moved, and leads there', async () => {
    render(page(bootOf(PAST)));
    const range = await slider();
    fireEvent.change(range, { target: { value: '0' } });
    expect(range.getAttribute('aria-valuetext')).toBe('7:50 pm ET: No votes counted yet');
    expect(asked(range)).toEqual(['lang=en', 'seq=2']);
    expect(range.closest('form')?.getAttribute('action')).toBe('/contests/mayor#night');
  });

  it('leads from its end to the present, and not to a moment that stands still', async () => {
    render(page(bootOf(PAST)));
    const range = await slider();
    fireEvent.change(range, { target: { value: '2' } });
    expect(range.getAttribute('aria-valuetext')).toContain('Brown 40.0%');
    expect(asked(range)).toEqual(['lang=en']);
  });

  it('speaks Spanish', async () => {
    render(page(bootOf(PAST, 'es')));
    const range = await screen.findByRole('slider', { name: 'La noche, momento a momento' });
    expect(range.getAttribute('aria-valuetext')).toMatch(/^0:03 ET: Brown, 51,4\s% de 1000 votos$/);
  });
});
