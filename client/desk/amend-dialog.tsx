import { type ComponentType, useState } from 'react';
import type { Amendment } from '../../shared/election/amendment.ts';
import { deskWords } from '../words/desk.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { AmendChoice } from './amend-choice.tsx';
import { AmendLate } from './amend-late.tsx';
import type { AmendParts } from './amend-parts.ts';
import { AmendCertified, AmendClosing, AmendNext } from './amend-times.tsx';
import { AmendUnit } from './amend-unit.tsx';
import { amendmentText } from './amendment-text.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { DialogField } from './dialog-field.tsx';
import { GivingNote } from './giving-note.tsx';
import { useGiving } from './use-giving.ts';

const PARTS = {
  unit: AmendUnit,
  late: AmendLate,
  choice: AmendChoice,
  certified: AmendCertified,
  closing: AmendClosing,
  next: AmendNext,
} as const satisfies Record<string, ComponentType<AmendParts>>;

type Kind = keyof typeof PARTS;
const KINDS: readonly Kind[] = ['unit', 'late', 'choice', 'certified', 'closing', 'next'];

/** One change of the definition, with its reason; what it says is read back before it goes out. */
export function AmendDialog(
  props: Pick<AmendParts, 'definition' | 'units' | 'language'> & {
    onClose: () => void;
    /** Told what became of it: in force, or waiting. */
    onGiven: (state: string) => void;
  },
) {
  const { definition, units, language, onClose } = props;
  const text = amendmentWords(language);
  const [kind, setKind] = useState<Kind>('unit');
  const [changes, setChanges] = useState<Amendment | null>(null);
  const [reason, setReason] = useState('');
  const giving = useGiving();
  const Part = PARTS[kind];
  const isReady = changes !== null && reason.trim() !== '' && !giving.isUnderWay;

  async function give() {
    const path = `/contests/${encodeURIComponent(definition.contest.id)}/amend`;
    const given = await giving.give(path, (amendId) => ({
      amendId,
      changes,
      reason: reason.trim(),
    }));
    if (!given.ok) return;
    props.onGiven(given.state);
    onClose();
  }

  return (
    <DeskDialog title={text.amend} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void give();
        }}
      >
        <fieldset className="desk-choice">
          <legend className="unseen">{text.what}</legend>
          {KINDS.map((one) => (
            <label key={one} data-chosen={one === kind}>
              <input
                className="unseen"
                type="radio"
                name="kind"
                checked={one === kind}
                onChange={() => {
                  setKind(one);
                  setChanges(null);
                }}
              />
              {text.kinds[one]}
            </label>
          ))}
        </fieldset>
        <Part {...props} onChange={setChanges} />
        <DialogField label={text.reason} value={reason} onChange={setReason} />
        <div className="dialog-foot">
          <output className="amend-said">
            {changes === null
              ? text.note
              : amendmentText(changes, definition, units, language).join('. ')}
          </output>
          <GivingNote failure={giving.failure} language={language} />
          <div className="desk-buttons">
            <button type="submit" className="button" data-look="solid" disabled={!isReady}>
              {text.give}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {deskWords(language).back}
            </button>
          </div>
        </div>
      </form>
    </DeskDialog>
  );
}
