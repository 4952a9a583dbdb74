import { printNumber } from '../../shared/results/print-number.ts';
import { printPart } from '../../shared/results/print-part.ts';
import type { Language } from '../../shared/results/print-share.ts';

export type { Language };

/** A whole number as people write it: 92,673; in Spanish 92.673, but 9640. */
export function integer(value: number, language: Language): string {
  return printNumber(value, language);
}

/** A whole number that is an estimate: three figures of it, since the rest would be false precision. */
export function estimate(value: number, language: Language): string {
  const unit = 10 ** Math.max(0, String(Math.round(value)).length - 3);
  return integer(Math.round(value / unit) * unit, language);
}

/**
 * A part of a whole that no line runs through: one decimal, half up, from the integers. What is
 * neither nothing nor all never prints as 0% or 100%. Of nothing: a dash.
 */
export function part(numerator: number, denominator: number, language: Language): string {
  return printPart(numerator, denominator, language, 1) || NOTHING;
}

/** Stands where there is no share yet. */
export const NOTHING = '–';

/** 11:41 pm; in Spanish 23:41. `at` in ISO 8601, `timeZone` an IANA name. */
export function clockTime(at: string, timeZone: string, language: Language): string {
  const { hour, minute } = placeTime(at, timeZone);
  if (language === 'es') return `${hour}:${minute}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}

/** The same with the zone, where a reader may be anywhere: 11:41 pm ET. */
export function clockTimeInZone(at: string, timeZone: string, language: Language): string {
  return `${clockTime(at, timeZone, language)} ${zoneName(at, timeZone)}`;
}

/** A night goes on until noon: only then has a time to say its day. */
const MORNING_MS = 12 * 3_600_000;

/** The same with its day where that is not the night's: April 25, 3:58 pm ET. `night` as `YYYY-MM-DD`. */
export function nightTimeInZone(
  at: string,
  night: { timeZone: string; date: string },
  language: Language,
): string {
  return withDay(at, clockTimeInZone(at, night.timeZone, language), night, language);
}

/** The same without the zone, where everyone is in the same room. */
export function nightTime(
  at: string,
  night: { timeZone: string; date: string },
  language: Language,
): string {
  return withDay(at, clockTime(at, night.timeZone, language), night, language);
}

function withDay(
  at: string,
  time: string,
  { timeZone, date }: { timeZone: string; date: string },
  language: Language,
): string {
  if (nightOf(at, timeZone) === date) return time;
  return `${dayText(dayIn(at, timeZone), language)}, ${time}`;
}

/** The day whose night a moment belongs to, as `YYYY-MM-DD`. */
function nightOf(at: string, timeZone: string): string {
  return dayIn(new Date(Date.parse(at) - MORNING_MS).toISOString(), timeZone);
}

/** The day a moment falls on in the zone, as `YYYY-MM-DD`. */
export function dayIn(at: string, timeZone: string): string {
  const { year, month, day } = placeTime(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** `YYYY-MM-DD` as June 20; in Spanish 20 de junio. */
export function dayText(day: string, language: Language): string {
  const [, month = 1, date = 1] = day.split('-').map(Number);
  const name = MONTHS[language][month - 1] ?? '';
  return language === 'es' ? `${date} de ${name}` : `${name} ${date}`;
}

const MONTHS = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
} as const satisfies Record<Language, readonly string[]>;

/** Only numbers are taken from Intl: its words and spaces differ between the server and browsers, and a page would jump. */
function placeTime(at: string, timeZone: string) {
  const parts = new Map(
    zoneFormat(timeZone)
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return {
    year: parts.get('year') ?? '',
    month: parts.get('month') ?? '',
    day: parts.get('day') ?? '',
    hour: Number(parts.get('hour') ?? 0) % 24,
    minute: parts.get('minute') ?? '00',
  };
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  zoneFormats.set(timeZone, made);
  return made;
}

function zoneName(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'shortGeneric',
  }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
