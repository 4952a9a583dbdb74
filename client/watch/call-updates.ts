import type { CallStep } from '../../shared/count/call.ts';
import type { JudgedCall } from '../../shared/results/standing.ts';
import type { Picture } from '../picture/picture.ts';
import { callText } from '../words/call-text.ts';
import { words } from '../words/words.ts';
import type { Piece, Update } from './update.ts';

/** Calls, and what became of each: nothing that was public goes from here. */
export function callUpdates(picture: Picture): readonly Update[] {
  return picture.standing.calls.flatMap((call) => updatesOfCall(call, picture));
}

function updatesOfCall(call: JudgedCall, picture: Picture): readonly Update[] {
  const { callId, seq, nightAt, retraction, suspended, reinstated } = call;
  const text = words(picture.language);
  const said = saidBy(call, picture);
  const happened = (name: string, step: CallStep | null | undefined, kind: string, piece: Piece) =>
    step === null || step === undefined
      ? []
      : [
          {
            key: `${name} ${callId}`,
            seq: null,
            nightAt: step.nightAt,
            kind,
            pieces: [piece, `. ${step.reason}`],
            weight: 'strong' as const,
          },
        ];
  const made: Update = {
    key: `call ${callId}`,
    seq,
    nightAt,
    kind: null,
    pieces: [call.state === 'retracted' ? { struck: said } : said, afterwards(call, picture)],
    weight: 'strong',
  };
  return [
    made,
    ...happened('suspended', suspended, text.callUnderReview, said),
    ...happened('reinstated', reinstated, text.callReinstated, said),
    ...happened('retracted', retraction, text.callRetracted, { struck: said }),
  ];
}

/** Runoff: Ossoff and Handel (called by AP). */
function saidBy(call: JudgedCall, { definition, language }: Picture): string {
  const said = callText(call, definition, language);
  return call.source === null ? said : `${said} (${words(language).calledBy(call.source)})`;
}

/** What must be said beside the call for as long as it stands in the list. */
function afterwards({ state, reason, contradicted }: JudgedCall, { language }: Picture): string {
  const text = words(language);
  const parts = [
    reason,
    state === 'under-review' ? text.underReview : null,
    state === 'retracted' ? text.retractedSince : null,
    contradicted && state !== 'retracted' ? text.contradicted : null,
  ];
  return parts.flatMap((part) => (part === null ? [] : [`. ${part}`])).join('');
}
