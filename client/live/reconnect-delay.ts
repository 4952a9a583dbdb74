const SHORTEST_MS = 1_000;
const LONGEST_MS = 15_000;

/**
 * How long to wait before the next try, in milliseconds: anywhere between 1 s and a bound that doubles
 * with every failure, to 15 s. All viewers lose a server at once and must not return at once.
 */
export function reconnectDelayMs(failures: number, random: () => number): number {
  const bound = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (failures + 1));
  return SHORTEST_MS + random() * (bound - SHORTEST_MS);
}
