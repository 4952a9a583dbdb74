import { type Instant, msOf } from '../basics/instant.ts';

/**
 * A moment as a clock in the zone shows it, with its offset from UTC: `2017-04-25T15:58:00-04:00`.
 * @param timeZone an IANA name
 */
export function offsetTime(at: Instant, timeZone: string): string {
  const parts = zoneFormat(timeZone).formatToParts(msOf(at));
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  const offset = of('timeZoneName').replace('GMT', '') || '+00:00';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  return `${day}T${of('hour')}:${of('minute')}:${of('second')}${offset}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Only numbers are taken from it: words would differ between servers and browsers.
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  });
  formats.set(timeZone, made);
  return made;
}
