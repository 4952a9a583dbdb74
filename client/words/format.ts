/** The languages that every word exists in. */
export type Language = 'en' | 'es';

/** A whole number as people write it: 92,673; in Spanish 92.673, but 9640. */
export function integer(value: number, language: Language): string {
  const digits = Math.abs(value).toFixed(0);
  const sign = value < 0 ? '−' : '';
  if (language === 'es' && digits.length < 5) return sign + digits;
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, language === 'es' ? '.' : ',');
}

/** A percentage printed in English ("50.3%", "<0.1%") as the language writes it. */
export function percent(printed: string, language: Language): string {
  if (language === 'en') return printed;
  return printed.replace('.', ',').replace('%', '\u00a0%');
}

/**
 * A part of a whole that no line runs through: one decimal, half up, from the integers. What is
 * neither nothing nor all never prints as 0% or 100%.
 */
export function part(numerator: number, denominator: number, language: Language): string {
  return percent(printedPart(numerator, denominator, 1), language);
}

/** The same without decimals, for how much is counted: "<1%", "75%", ">99%". */
export function wholePart(numerator: number, denominator: number, language: Language): string {
  return percent(printedPart(numerator, denominator, 0), language);
}

function printedPart(numerator: number, denominator: number, decimals: 0 | 1): string {
  if (denominator === 0) return '0%';
  const steps = decimals === 0 ? 100 : 1000;
  const rounded = Math.floor((2 * steps * numerator + denominator) / (2 * denominator));
  if (rounded === 0 && numerator > 0) return decimals === 0 ? '<1%' : '<0.1%';
  if (rounded >= steps && numerator < denominator) return decimals === 0 ? '>99%' : '>99.9%';
  return `${decimals === 0 ? rounded : (rounded / 10).toFixed(1)}%`;
}

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
