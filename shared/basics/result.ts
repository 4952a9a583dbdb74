/** What can go wrong is a value: `ok` with what was asked for, or `err` with a typed reason. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function err<Reason>(reason: Reason): Result<never, Reason> {
  return { ok: false, reason };
}
