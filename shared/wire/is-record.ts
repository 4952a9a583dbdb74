/** Whether a JSON value is an object, which is merged by key; everything else is replaced whole. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
