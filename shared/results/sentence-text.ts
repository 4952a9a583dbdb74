import { parseInstant } from '../basics/instant.ts';
import type { Line } from '../election/rule.ts';
import { offsetTime } from './offset-time.ts';
import { printNumber } from './print-number.ts';
import { printPart } from './print-part.ts';
import { printPoints } from './print-points.ts';
import { type Language, printLine, printShare } from './print-share.ts';
import type { SentenceArgs } from './standing.ts';
import { en, type WordKey } from './words/en.ts';
import { es } from './words/es.ts';

const CATALOGUES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, es };

interface Told {
  readonly key: string;
  readonly args: SentenceArgs;
}

/** A sentence that travelled as a key and arguments, in words; "" for a key of another version. */
export function sentenceText({ key, args }: Told, language: Language): string {
  const text = fill(key, args, language);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fill(key: string, args: SentenceArgs, language: Language): string {
  return word(key, language).replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, noun?: string) =>
    noun === undefined ? value(name, args, language) : counted(noun, args[name], language),
  );
}

function word(key: string, language: Language): string {
  const catalogue = CATALOGUES[language];
  // hasOwn is what makes the key one of the catalogue's.
  return Object.hasOwn(catalogue, key) ? catalogue[key as WordKey] : '';
}

/** What stands for a name in braces: reckoned from other arguments, another sentence, or the argument itself. */
function value(name: string, args: SentenceArgs, language: Language): string {
  switch (name) {
    case 'share':
      return printShare(number(args, 'votes'), number(args, 'total'), lineIn(args), language);
    case 'before':
    case 'after':
      return printShare(
        number(args, `${name}Votes`),
        number(args, `${name}Total`),
        lineIn(args),
        language,
      );
    case 'points': {
      const line = lineIn(args);
      if (line === null) return '';
      return printPoints(number(args, 'votes'), number(args, 'total'), line, language);
    }
    case 'line':
      return lineText(lineIn(args), language);
    case 'outPart':
      return partText(number(args, 'out'), number(args, 'expectedTotal'), language);
    case 'closes':
      return timeText(args, language);
    case 'notice':
      return plain(args[language] ?? args.en, language);
    case 'source':
      return plain(args.source ?? word('source.none', language), language);
    case 'county':
      return plain(args.county ?? word('county.none', language), language);
    case 'body':
    case 'state':
    case 'place':
    case 'ending':
    case 'left':
    case 'where':
      return fill(plain(args[name], language), args, language);
    case 'missing':
      return listText(
        list(args.missing).map((reason) => word(`missing.${reason}`, language)),
        language,
      );
    default:
      return plain(args[name], language);
  }
}

function plain(argument: SentenceArgs[string] | undefined, language: Language): string {
  if (argument === undefined) return '';
  if (typeof argument === 'number') return printNumber(argument, language);
  return typeof argument === 'string' ? argument : listText(argument, language);
}

function counted(
  noun: string,
  argument: SentenceArgs[string] | undefined,
  language: Language,
): string {
  const form = word(argument === 1 ? `${noun}.one` : `${noun}.many`, language);
  return form.replace('{n}', plain(argument, language));
}

function number(args: SentenceArgs, name: string): number {
  const argument = args[name];
  return typeof argument === 'number' ? argument : 0;
}

function list(argument: SentenceArgs[string] | undefined): readonly string[] {
  return typeof argument === 'object' ? argument : [];
}

function lineIn(args: SentenceArgs): Line | null {
  const [num, den] = [number(args, 'num'), number(args, 'den')];
  return den === 0 ? null : { num, den, strict: number(args, 'strict') === 1 };
}

function lineText(line: Line | null, language: Language): string {
  if (line === null) return '';
  return word(`line.${line.num}/${line.den}`, language) || printLine(line, language);
}

/** Ossoff; Ossoff and Handel; Ossoff, Handel and Gray. */
export function listText(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  // Spanish says "e" before the sound of i: Pérez e Ibarra, but agua y hielo.
  const isBeforeI = language === 'es' && /^(i|í|hi(?!e|a))/i.test(last);
  return `${items.slice(0, -1).join(', ')} ${isBeforeI ? 'e' : word('and', language)} ${last}`;
}

const FRACTIONS = [
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [1, 2],
  [2, 3],
  [3, 4],
  [9, 10],
] as const;

/** A part of an estimate in words: a plain fraction where one is within a point of it. */
function partText(part: number, whole: number, language: Language): string {
  if (part * 100 < whole) return word('part.less', language);
  if (part * 100 > whole * 99) return word('part.more', language);
  const near = FRACTIONS.find(
    ([num, den]) => Math.abs(100 * part * den - 100 * num * whole) <= whole * den,
  );
  if (near) return word(`part.${near[0]}/${near[1]}`, language);
  return word('part.about', language).replace('{n}', printPart(part, whole, language));
}

/** 7:00 pm; in Spanish 19:00. */
function timeText(args: SentenceArgs, language: Language): string {
  const { closes, timeZone } = args;
  const at = typeof closes === 'string' ? parseInstant(closes) : null;
  if (at === null || typeof timeZone !== 'string') return '';
  const clock = offsetTime(at, timeZone).slice(11, 16);
  if (language === 'es') return clock;
  const hour = Number(clock.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${clock.slice(2)} ${hour < 12 ? 'am' : 'pm'}`;
}
