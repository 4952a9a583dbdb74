import { useEffect, useState } from 'react';
import type { DeskDecisions, DeskHold, SettledHold } from '../../shared/wire/desk-messages.ts';
import type { DeskPerson } from './desk-api.ts';
import { useDeskTools } from './desk-tools.tsx';

/** What the server tells the desk alone. */
export interface DeskNews {
  /** What waits for an editor, oldest first; null until it is known, and for who may not read it. */
  readonly holds: readonly DeskHold[] | null;
  /** What became of this person's own, oldest first. */
  readonly settled: readonly SettledHold[];
  /** What another editor confirms; null until it is known, and for who may not. */
  readonly decisions: DeskDecisions | null;
}

export function useDeskNews({ role }: DeskPerson): DeskNews {
  const { follow } = useDeskTools();
  const [holds, setHolds] = useState<readonly DeskHold[] | null>(null);
  const [settled, setSettled] = useState<readonly SettledHold[]>([]);
  const [decisions, setDecisions] = useState<DeskDecisions | null>(null);
  useEffect(
    () => follow({ holds: setHolds, settled: setSettled, decisions: setDecisions }),
    [follow],
  );
  const isEditor = role !== 'entry';
  return { holds: isEditor ? holds : null, settled, decisions: isEditor ? decisions : null };
}
