/** Where what is keyed outlives a reload: the browser's `localStorage` has this shape. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function keysWith(kept: KeptText, prefix: string): readonly string[] {
  return Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '').filter((key) =>
    key.startsWith(prefix),
  );
}
