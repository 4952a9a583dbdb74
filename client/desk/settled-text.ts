import type { SettledHold } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import type { DeskSign } from './desk-icon.tsx';
import type { ReportReply } from './report-body.ts';
import { settledReply } from './report-body.ts';

/** What became of a held report, by shape and in words. */
export function settledText(
  { state, by, reports, seq, reason }: SettledHold,
  language: Language,
): { readonly sign: DeskSign; readonly said: string } {
  const text = deskWords(language);
  const name = by.name ?? text.someone;
  switch (state) {
    case 'released':
      return {
        sign: 'complete',
        said: text.released(name, Math.max(...reports.map(({ version }) => version)), seq),
      };
    case 'rejected':
      return { sign: 'stop', said: text.rejected(name, reason ?? '') };
    case 'replaced':
      return { sign: 'held', said: text.replaced };
  }
}

/** How the hold that an answer named has ended; null where it waits, or nothing was held. */
export function endOf(reply: ReportReply, settled: readonly SettledHold[]): SettledHold | null {
  const first = settledReply(reply);
  if (first.outcome !== 'held') return null;
  return settled.find(({ holdId }) => holdId === first.holdId) ?? null;
}
