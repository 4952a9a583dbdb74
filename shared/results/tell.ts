import { parseInstant } from '../basics/instant.ts';
import type { Line } from '../election/rule.ts';
import { listText } from './list-text.ts';
import { offsetTime } from './offset-time.ts';
import { printNumber } from './print-number.ts';
import { printPart } from './print-part.ts';
import { printPoints } from './print-points.ts';
import { type Language, printLine, printShare } from './print-share.ts';
import type { SentenceArgs, Told } from './standing.ts';
import type { WordKey } from './words/en.ts';

/** The sentences of one language. */
export interface Sentences {
  readonly language: Language;
  readonly texts: Readonly<Record<WordKey, string>>;
}

/** A sentence that travelled as a key and arguments, in words; "" for a key of another version. */
export function tell({ key, args }: Told, catalogue: Sentences): string {
  const text = fill(key, args, catalogue);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fill(key: string, args: SentenceArgs, catalogue: Sentences): string {
  return word(key, catalogue).replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, noun?: string) =>
    noun === undefined ? value(name, args, catalogue) : counted(noun, args[name], catalogue),
  );
}

function word(key: string, { texts }: Sentences): string {
  // hasOwn is what makes the key one of the catalogue's.
  return Object.hasOwn(texts, key) ? texts[key as WordKey] : '';
}

/** What stands for a name in braces: reckoned from other arguments, another sentence, or the argument itself. */
function value(name: string, args: SentenceArgs, catalogue: Sentences): string {
  const { language } = catalogue;
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
      return lineText(lineIn(args), catalogue);
    case 'outPart':
      return partText(number(args, 'out'), number(args, 'expectedTotal'), catalogue);
    case 'closes':
      return timeText(args, language);
    case 'notice':
      return plain(args[language] ?? args.en, language);
    case 'source':
      return plain(args.source ?? word('source.none', catalogue), language);
    case 'county':
      return plain(args.county ?? word('county.none', catalogue), language);
    case 'body':
    case 'state':
    case 'place':
    case 'ending':
    case 'left':
    case 'where':
      return fill(plain(args[name], language), args, catalogue);
    case 'missing':
      return listText(
        list(args.missing).map((reason) => word(`missing.${reason}`, catalogue)),
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
  catalogue: Sentences,
): string {
  const form = word(argument === 1 ? `${noun}.one` : `${noun}.many`, catalogue);
  return form.replace('{n}', plain(argument, catalogue.language));
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

function lineText(line: Line | null, catalogue: Sentences): string {
  if (line === null) return '';
  return word(`line.${line.num}/${line.den}`, catalogue) || printLine(line, catalogue.language);
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
function partText(part: number, whole: number, catalogue: Sentences): string {
  if (part * 100 < whole) return word('part.less', catalogue);
  if (part * 100 > whole * 99) return word('part.more', catalogue);
  const near = FRACTIONS.find(
    ([num, den]) => Math.abs(100 * part * den - 100 * num * whole) <= whole * den,
  );
  if (near) return word(`part.${near[0]}/${near[1]}`, catalogue);
  return word('part.about', catalogue).replace('{n}', printPart(part, whole, catalogue.language));
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
