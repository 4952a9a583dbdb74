import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonText } from '../../client/words/correction-text.ts';
import { en } from '../../client/words/en.ts';
import { es } from '../../client/words/es.ts';
import {
  clockTime,
  clockTimeInZone,
  dayIn,
  dayText,
  integer,
  nightTime,
  nightTimeInZone,
  part,
} from '../../client/words/format.ts';
import { flagText, ruleText } from '../../client/words/rule-words.ts';
import { shareText } from '../../client/words/share-text.ts';
import type { Rule } from '../../shared/election/rule.ts';

const NIGHT = '2017-04-19T03:41:00.000Z';
const HALF = { num: 1, den: 2, strict: true };

/** Every text of a catalogue with its path; functions are called with plain arguments. */
function texts(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
    const here = `${path}${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') {
      const text: unknown = value(...Array.from({ length: value.length }, (_, at) => `${at + 1}`));
      return [[here, String(text)]];
    }
    return texts(value as object, `${here}.`);
  });
}

/** Without a word: said by what stands beside it. */
const SILENT = ['status.open', 'status.out'];

describe('the words of the interface', () => {
  it.each([
    ['English', en],
    ['Spanish', es],
  ])('are all there in %s', (_, catalogue) => {
    for (const [path, text] of texts(catalogue)) {
      if (SILENT.includes(path)) continue;
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('have the same keys in both languages, and every argument in both texts', () => {
    const spanish = new Map(texts(es));
    for (const [path, text] of texts(en)) {
      const digits = (said: string) => [...new Set(said.match(/\d/g))].sort().join('');
      if (text.includes('one') || path.startsWith('rule')) continue;
      expect(digits(spanish.get(path) ?? ''), path).toBe(digits(text));
    }
    expect([...spanish.keys()]).toEqual(texts(en).map(([path]) => path));
  });

  it('say a win only of what is called, and never of what arithmetic proves', () => {
    for (const text of [en.cannotBeOvertaken, en.status['win-certain'], en.needsEnough('Ossoff')]) {
      expect(text).not.toMatch(/\bwon\b|winner/i);
    }
    expect(en.callAdvance('Ossoff')).not.toMatch(/\bw[io]n/i);
  });
});

it('a reason that the system itself gives is told in the language of the page', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../shared/night/certainty-lost.ts'),
    'utf8',
  );
  for (const reason of Object.keys(en.ownReasons)) expect(source).toContain(`'${reason}'`);
  expect(reasonText('more votes were counted', 'es')).toBe('Se contaron más votos');
  expect(reasonText('two digits were swapped', 'es')).toBe('two digits were swapped');
});

describe('a moment', () => {
  it('is told with its day where that is not the night, as each language does it', () => {
    const [night, morning, later] = ['7:00 pm ET', '1:10 am ET', 'June 20, 7:00 pm ET'] as const;
    expect(en.retracted(morning, 'too soon')).toBe('Retracted at 1:10 am ET: too soon');
    expect([en.pollsCloseAt(night), en.pollsCloseAt(later)]).toEqual([
      'Polls close at 7:00 pm ET',
      'Polls close on June 20, 7:00 pm ET',
    ]);
    expect(['19:00 ET', '1:10 ET', '20 de junio, 19:00 ET'].map(es.asOf)).toEqual([
      'Hasta las 19:00 ET',
      'Hasta la 1:10 ET',
      'Hasta el 20 de junio a las 19:00 ET',
    ]);
    expect(es.pollsCloseAt('20 de junio, 19:00 ET')).toBe(
      'Las urnas cierran el 20 de junio a las 19:00 ET',
    );
  });
});

describe('numbers, days and times', () => {
  it('are written as each language writes them', () => {
    expect([92_673, 9640, 144_571, 0].map((each) => integer(each, 'en'))).toEqual([
      '92,673',
      '9,640',
      '144,571',
      '0',
    ]);
    expect([92_673, 9640].map((each) => integer(each, 'es'))).toEqual(['92.673', '9640']);
    expect(part(1, 3, 'es')).toBe('33,3\u00a0%');
  });

  it('say the day of what is not of the night, by the calendar', () => {
    const night = { timeZone: 'America/New_York', date: '2017-04-18' };
    const told = (at: string) => nightTimeInZone(at, night, 'en');
    expect(told('2017-04-19T08:30:00Z')).toBe('4:30 am ET');
    expect(told('2017-04-30T02:57:00Z')).toBe('April 29, 10:57 pm ET');
    expect(told('2017-04-30T08:30:00Z')).toBe('April 30, 4:30 am ET');
    expect(nightTime('2017-04-30T08:30:00Z', night, 'es')).toBe('30 de abril, 4:30');
  });

  it('say the night by the clock of its own place', () => {
    expect(clockTimeInZone(NIGHT, 'America/New_York', 'en')).toBe('11:41 pm ET');
    expect(clockTime(NIGHT, 'America/New_York', 'es')).toBe('23:41');
    expect(clockTime('2017-04-19T04:03:00.000Z', 'America/New_York', 'en')).toBe('12:03 am');
    expect(dayIn(NIGHT, 'America/New_York')).toBe('2017-04-18');
    expect(dayText('2017-06-20', 'en')).toBe('June 20');
    expect(dayText('2017-06-20', 'es')).toBe('20 de junio');
  });

  it('stand as a dash while there is no share', () => {
    expect(shareText({ num: 0, den: 0 }, HALF, 'en')).toBe('–');
    expect(part(0, 0, 'en')).toBe('–');
  });
});

describe('the rule in words', () => {
  const next = { contest: null, name: 'Runoff', date: '2017-06-20' };
  const majority: Rule = { type: 'majority', advance: 2, onRequest: false };

  it('says what wins, and what happens if nobody gets there', () => {
    expect(ruleText({ kind: 'candidate', rule: majority, next }, 'en')).toBe(
      'More than half of all votes wins outright. If nobody gets there, the top two meet in a runoff on June 20.',
    );
    expect(ruleText({ kind: 'candidate', rule: majority, next }, 'es')).toContain('el 20 de junio');
  });

  it('tells "more than" from "at least", and a measure from a race', () => {
    const two = { num: 2, den: 5, strict: false };
    expect(flagText({ kind: 'candidate' }, HALF, 'en')).toBe('Over 50% wins outright');
    expect(flagText({ kind: 'candidate' }, two, 'en')).toBe('40% wins outright');
    expect(flagText({ kind: 'measure' }, { ...two, num: 3 }, 'en')).toBe('60% passes');
  });

  it('promises no runoff where there is none', () => {
    const plurality: Rule = { type: 'plurality', seats: 1 };
    expect(ruleText({ kind: 'candidate', rule: plurality, next }, 'en')).toBe('Most votes wins.');
  });
});
