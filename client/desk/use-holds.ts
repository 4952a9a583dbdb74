import { useEffect, useState } from 'react';
import type { DeskHold } from '../../shared/wire/desk-messages.ts';
import type { DeskPerson } from './desk-api.ts';
import { useDeskTools } from './desk-tools.tsx';

/** What waits for an editor, oldest first; null until it is known, and for who may not read it. */
export function useHolds({ role }: DeskPerson): readonly DeskHold[] | null {
  const { followHolds } = useDeskTools();
  const [holds, setHolds] = useState<readonly DeskHold[] | null>(null);
  const mayRead = role !== 'entry';
  useEffect(() => (mayRead ? followHolds(setHolds) : undefined), [followHolds, mayRead]);
  return holds;
}
