import type { Brand } from './brand.ts';

/** Ids as the contract has them: `a-z 0-9 . _ -`, a letter or digit first, at most 64 characters. */
export type ElectionId = Brand<string, 'ElectionId'>;
export type ContestId = Brand<string, 'ContestId'>;
export type ChoiceId = Brand<string, 'ChoiceId'>;
export type PartyId = Brand<string, 'PartyId'>;
/** As above, but also `/`, at most 128 characters. */
export type UnitId = Brand<string, 'UnitId'>;
export type HoldId = Brand<string, 'HoldId'>;
/** An account: a person or a machine. Never shown to the public. */
export type AccountId = Brand<string, 'AccountId'>;
