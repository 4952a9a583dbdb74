/** A journal that must not be opened. The message says where it is wrong and what to do, for the person who started the server. */
export class UnusableJournal extends Error {
  override readonly name = 'UnusableJournal';
}
