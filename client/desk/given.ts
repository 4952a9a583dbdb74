/** What came of something that was asked of the server. */
export type Given =
  | { readonly ok: true; readonly state: string }
  /** `unanswered`: whether it was done is not known; the same request, sent again, does it once. */
  | { readonly ok: false; readonly code: GivenFault; readonly message: string };

/** `signed-out`, `unanswered`, or the server's own code of a refusal. */
type GivenFault = 'signed-out' | 'unanswered' | (string & {});
