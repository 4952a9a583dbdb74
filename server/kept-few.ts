/** Gives what was made for a key, or makes it: once, however many ask. */
export type KeptFew<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>;

/** Keeps the newest `most`. What could not be made is tried again for the next who asks. */
export function keepFew<Value>(most: number): KeptFew<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
