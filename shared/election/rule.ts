/** What decides a contest: data, never code. */
export type Rule =
  /** More than half wins; else the first `advance` go on. */
  | { readonly type: 'majority'; readonly advance: number; readonly onRequest: boolean }
  /** The `seats` choices with the most votes win. */
  | { readonly type: 'plurality'; readonly seats: number }
  /** `num/den` of the votes: more than that if `strict`, at least that if not; else the first `advance` go on (null: a measure, or nobody does). */
  | {
      readonly type: 'share';
      readonly num: number;
      readonly den: number;
      readonly strict: boolean;
      readonly advance: number | null;
      readonly onRequest: boolean;
    }
  /** The first `advance` go on, whatever their share. */
  | { readonly type: 'top-n'; readonly advance: number };

/** The share that a rule asks for, num/den of the votes; strict: more than that. */
export interface Line {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
}

/** The line of a rule; null where the rule has none. */
export function lineOf(rule: Rule): Line | null {
  if (rule.type === 'majority') return { num: 1, den: 2, strict: true };
  if (rule.type === 'share') return { num: rule.num, den: rule.den, strict: rule.strict };
  return null;
}
