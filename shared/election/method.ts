/** How votes were cast, in the words of NIST SP 1500-100; `total` where a source gives no split. */
export const METHODS = [
  'election-day',
  'early',
  'absentee-mail',
  'provisional',
  'uocava',
  'total',
] as const;

export type Method = (typeof METHODS)[number];
