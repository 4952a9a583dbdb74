import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING, sealEntry } from '../../server/journal/chain.ts';
import type { SealedEntry } from '../../server/journal/journal.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import { type CheckedEntry, verifyChain } from '../../server/journal/verify-chain.ts';
import { present } from '../../shared/basics/assert.ts';
import { countedSalts, noticeEntry } from './make-entry.ts';

function sealedNotices(count: number, textOf = (seq: number) => `Notice ${seq}`): SealedEntry[] {
  const salt = countedSalts();
  const entries: SealedEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const prev = entries.at(-1)?.hash ?? NOTHING.hash;
    const salts = { body: salt(), secret: salt() };
    entries.push(sealEntry(noticeEntry(seq, textOf(seq)), prev, salts));
  }
  return entries;
}

/** As `GET /api/v1/journal` shows it. */
function publicOf(entry: SealedEntry, hidden = false): CheckedEntry {
  const { secret: _, secretSalt: __, ...shown } = entry;
  return hidden ? { ...shown, body: null, bodySalt: null } : shown;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a sealed entry', () => {
  it('can be checked with nothing but SHA-256 and its own fields', () => {
    const [first, second] = sealedNotices(2, () => '¿Qué pasó? 50 %');
    const { seq, at, nightAt, kind, election, contest, bodyHash, secretHash } = present(
      second,
      '2',
    );
    expect(second?.prev).toBe(first?.hash);
    expect(bodyHash).toBe(sha256(`${second?.bodySalt}${second?.body}`));
    expect(secretHash).toBe(sha256(`${second?.secretSalt}${second?.secret}`));
    const link = [first?.hash, seq, at, nightAt, kind, election, contest, bodyHash, secretHash];
    expect(second?.hash).toBe(sha256(JSON.stringify(link)));
  });

  it('has texts whose form never changes', () => {
    const [entry] = sealedNotices(1);
    expect(entry).toMatchObject({
      body: '{"noticeId":"n-1","text":{"en":"Notice 1"},"since":"2017-04-18T23:00:01.000Z"}',
      secret: '{"by":"ana","from":"192.0.2.7","note":null}',
      prev: '0'.repeat(64),
      hash: 'ee3fa267affd62a1ed59e51f3f6eebdab108bb5bec3b149a002677898978b7a0',
    });
  });

  it('opens to the entry that was sealed, whatever text is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const [entry] = sealedNotices(1, () => text);
        expect(openEntry(present(entry, 'entry'))).toEqual(noticeEntry(1, text));
      }),
    );
  });
});

describe('a chain', () => {
  it('holds from its beginning, and from any of its entries on', () => {
    const entries = sealedNotices(9);
    const last = { seq: 9, hash: entries[8]?.hash };
    expect(verifyChain(entries)).toEqual({ ok: true, value: last });
    const fourth = { seq: 4, hash: present(entries[3], '4').hash };
    expect(verifyChain(entries.slice(4), fourth)).toEqual({ ok: true, value: last });
    expect(verifyChain([])).toEqual({ ok: true, value: NOTHING });
  });

  it('holds for the public, also while bodies are hidden', () => {
    const shown = sealedNotices(9).map((entry) => publicOf(entry, entry.seq % 3 === 0));
    expect(verifyChain(shown).ok).toBe(true);
  });

  it.each([
    ['seq', 'is there twice or out of its order'],
    ['at', 'has a hash that does not fit what it says'],
    ['nightAt', 'has a hash that does not fit what it says'],
    ['kind', 'has a hash that does not fit what it says'],
    ['election', 'has a hash that does not fit what it says'],
    ['contest', 'has a hash that does not fit what it says'],
    ['prev', 'has a hash that does not fit what it says'],
    ['hash', 'has a hash that does not fit what it says'],
    ['body', 'has a body that is not the one that was hashed'],
    ['bodySalt', 'has a body that is not the one that was hashed'],
    ['bodyHash', 'has a body that is not the one that was hashed'],
    ['secret', 'has a secret part that is not the one that was hashed'],
    ['secretSalt', 'has a secret part that is not the one that was hashed'],
    ['secretHash', 'has a secret part that is not the one that was hashed'],
  ])('shows where the %s of an entry was changed', (field, what) => {
    const entries = sealedNotices(9);
    const fifth = present(entries[4], '5');
    entries[4] = { ...fifth, [field]: field === 'seq' ? 4 : '{"changed":true}' };
    expect(verifyChain(entries)).toEqual({
      ok: false,
      reason: { seq: field === 'seq' ? 4 : 5, what },
    });
  });

  it('shows the first entry that was changed, removed, added or put elsewhere', () => {
    const places = fc.record({
      count: fc.integer({ min: 2, max: 12 }),
      at: fc.nat(11),
      to: fc.nat(11),
    });
    const deeds = fc.constantFrom('change', 'remove', 'add', 'swap');
    fc.assert(
      fc.property(places, deeds, ({ count, at, to }, deed) => {
        const entries: CheckedEntry[] = sealedNotices(count).map((entry) => publicOf(entry));
        const [one, other] = [at % count, to % count].sort((a, b) => a - b) as [number, number];
        const entry = present(entries[one], 'entry');
        if (deed === 'change') entries[one] = { ...entry, body: '{"text":"no"}' };
        if (deed === 'remove') entries.splice(one, 1);
        if (deed === 'add') entries.splice(one, 0, present(entries[other], 'entry'));
        if (deed === 'swap')
          [entries[one], entries[other]] = [present(entries[other], 'entry'), entry];
        const touched =
          !(deed === 'swap' && one === other) && !(deed === 'remove' && one === count - 1);
        const verified = verifyChain(entries);
        // That the last one was removed shows only against the head, which is kept elsewhere.
        expect(verified.ok).toBe(!touched);
        if (!verified.ok && !(deed === 'add' && one === other))
          expect(verified.reason.seq).toBe(one + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('does not let a piece of a body pass for its salt', () => {
    const [entry] = sealedNotices(1);
    const { body, bodySalt } = present(entry, 'entry');
    const within = body.indexOf('{"en"');
    const moved = {
      ...present(entry, 'entry'),
      bodySalt: bodySalt + body.slice(0, within),
      body: body.slice(within),
    };
    expect(verifyChain([moved]).ok).toBe(false);
  });

  it('shows a body that was put in for one that is hidden', () => {
    const entries = sealedNotices(3).map((entry) => publicOf(entry, true));
    entries[1] = { ...present(entries[1], '2'), body: '{"text":"made up"}', bodySalt: '00' };
    expect(verifyChain(entries)).toMatchObject({ ok: false, reason: { seq: 2 } });
  });
});
