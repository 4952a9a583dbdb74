import { useRef, useState } from 'react';
import { useDeskTools } from './desk-tools.tsx';
import type { Given } from './given.ts';

/** One thing to be asked of the server, and how far that is. */
export interface Giving {
  readonly isUnderWay: boolean;
  /** Why it is not done; null where it is, or was not tried. */
  readonly failure: Exclude<Given, { ok: true }> | null;
  /**
   * Sends `body(id)` to `path`. The id stays the same until there is an answer, so that a second press
   * after a lost one does nothing twice.
   */
  give(path: string, body: (id: string) => object): Promise<Given>;
  forget(): void;
}

export function useGiving(): Giving {
  const { api, newId } = useDeskTools();
  const id = useRef<string | null>(null);
  const [isUnderWay, setUnderWay] = useState(false);
  const [failure, setFailure] = useState<Giving['failure']>(null);
  return {
    isUnderWay,
    failure,
    async give(path, body) {
      id.current ??= newId();
      setUnderWay(true);
      const given = await api.give(path, body(id.current));
      if (given.ok || given.code !== 'unanswered') id.current = null;
      setUnderWay(false);
      setFailure(given.ok ? null : given);
      return given;
    },
    forget: () => setFailure(null),
  };
}
