import type { AccountId, ContestId, ElectionId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Entry } from '../../shared/night/entry.ts';

const START_MS = Date.parse('2017-04-18T23:00:00Z');

/** An entry that says little, in its place: one a second from the closing of the polls on. */
export function noticeEntry(seq: number, text = `Notice ${seq}`): Entry {
  const at = instantOf(START_MS + seq * 1_000);
  return {
    seq,
    at,
    nightAt: at,
    election: 'ga-2017-04-18' as ElectionId,
    contest: 'ga-06' as ContestId,
    secret: { by: 'ana' as AccountId, from: '192.0.2.7', note: null },
    kind: 'notice-posted',
    body: { noticeId: `n-${seq}`, text: { en: text }, since: at },
  };
}

/** Entries `first` to `last`. */
export function noticeEntries(first: number, last: number): Entry[] {
  return Array.from({ length: last - first + 1 }, (_, at) => noticeEntry(first + at));
}

/** Salts that a test can foresee: 32 hexadecimal digits, counted up. */
export function countedSalts(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
}
