import { type Instant, instantOf, msOf } from '../basics/instant.ts';

const MINUTE_MS = 60_000;
/** No zone changes its offset but at a quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/**
 * A moment as a clock in the zone shows it, with its offset from UTC: `2017-04-25T15:58:00-04:00`.
 * @param timeZone an IANA name
 */
export function offsetTime(at: Instant, timeZone: string): string {
  const ms = msOf(at);
  const offset = offsetAt(ms, timeZone);
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  const local = instantOf(ms + sign * minutes * MINUTE_MS);
  return `${local.slice(0, 19)}${offset}`;
}

interface KnownOffset {
  readonly quarter: number;
  readonly offset: string;
}

const offsets = new Map<string, KnownOffset>();

/** Such as `-04:00`. Asking the time zone database is slow, so that its last answer is kept. */
function offsetAt(ms: number, timeZone: string): string {
  const quarter = Math.floor(ms / QUARTER_MS);
  const known = offsets.get(timeZone);
  if (known?.quarter === quarter) return known.offset;
  const parts = zoneFormat(timeZone).formatToParts(ms);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = name.replace('GMT', '') || '+00:00';
  offsets.set(timeZone, { quarter, offset });
  return offset;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, made);
  return made;
}
