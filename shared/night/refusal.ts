/** Why a command was not carried out. */
export type RefusalCode =
  | 'unknown-election'
  | 'unknown-contest'
  | 'unknown-unit'
  | 'unknown-choice'
  | 'unknown-method'
  | 'unknown-hold'
  | 'unknown-call'
  | 'unknown-amendment'
  | 'unknown-notice'
  | 'not-an-integer'
  | 'negative'
  | 'total-and-parts'
  | 'conflict'
  | 'id-reused'
  | 'reason-needed'
  | 'too-large'
  | 'invalid'
  | 'same-person'
  | 'not-allowed'
  | 'contest-clash'
  | 'polls-open'
  | 'impossible'
  /** Nothing was done: too much waits already, or the server is stopping. */
  | 'unavailable';

export interface Refusal {
  readonly code: RefusalCode;
  /** One sentence: what is wrong and what would be right. */
  readonly message: string;
  /** Where in what was sent, such as `votes.ossoff`; '' for the whole. */
  readonly path: string;
}
