import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import type { DeskSign } from './desk-icon.tsx';
import { type ReportReply, settledReply } from './report-body.ts';

/** What a report came to, by shape and in words. */
export function replyText(
  reply: ReportReply,
  language: Language,
): { readonly sign: DeskSign; readonly said: string } {
  const text = deskWords(language);
  const settled = settledReply(reply);
  switch (settled.outcome) {
    case 'accepted':
      return { sign: 'complete', said: text.accepted(settled.version, settled.seq) };
    case 'held':
      return {
        sign: 'held',
        said: text.held(settled.checks.map(({ message }) => message).join(' ')),
      };
    case 'refused': {
      const { code, message, path } = settled.error;
      return {
        sign: 'stop',
        said: code === 'conflict' ? text.conflict : text.refused(message, path),
      };
    }
  }
}
