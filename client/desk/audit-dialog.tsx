import { useEffect, useState } from 'react';
import { auditWords } from '../words/desk-audit.ts';
import { nightTimeInZone } from '../words/format.ts';
import { auditDetail } from './audit-detail.ts';
import type { AuditPage } from './audit-page.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { useDeskTools } from './desk-tools.tsx';
import type { DeskView } from './desk-view.ts';
import type { ListedUnit } from './listed-unit.ts';

interface AuditProps extends DeskView {
  readonly units: readonly ListedUnit[];
}

/** Who did what, newest first: for editors. */
export function AuditButton(props: AuditProps) {
  const [isOpen, setOpen] = useState(false);
  if (props.person.role === 'entry') return null;
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {auditWords(props.language).open}
      </button>
      {isOpen && <AuditDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function AuditDialog(props: AuditProps & { onClose: () => void }) {
  const { definition, units, language, onClose } = props;
  const text = auditWords(language);
  const { pages, isLoading, hasFailed, read } = useAudit();
  const records = pages.flatMap((page) => page.records);
  const hasMore = pages.at(-1)?.more ?? false;
  return (
    <DeskDialog title={text.title} onClose={onClose}>
      {records.length > 0 && (
        <table className="audit-table">
          <thead>
            <tr>
              <th scope="col">{text.when}</th>
              <th scope="col">{text.who}</th>
              <th scope="col">{text.what}</th>
              <th scope="col">{text.about}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was done stays where it is, older ones come after
              <tr key={at}>
                <td>
                  {nightTimeInZone(record.nightAt ?? record.at, definition.election, language)}
                </td>
                <td>{record.by?.name ?? text.server}</td>
                <td>{text.kinds[record.what] ?? record.what}</td>
                <td>{auditDetail(record, units, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isLoading && <p role="status">{text.loading}</p>}
      {hasFailed && <p role="alert">{text.failed}</p>}
      {!isLoading && !hasFailed && records.length === 0 && <p>{text.nothing}</p>}
      <div className="desk-buttons">
        {(hasMore || hasFailed) && !isLoading && (
          <button type="button" className="button" onClick={read}>
            {hasFailed ? text.again : text.older}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {text.close}
        </button>
      </div>
    </DeskDialog>
  );
}

/** Page after page, the newest first. */
function useAudit() {
  const { api } = useDeskTools();
  const [pages, setPages] = useState<readonly AuditPage[]>([]);
  const [isLoading, setLoading] = useState(true);
  const [hasFailed, setFailed] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks the same again
  useEffect(() => {
    let isOver = false;
    setLoading(true);
    setFailed(false);
    api
      .audit(asked)
      .then(
        (page) => isOver || setPages((had) => [...had, page]),
        () => isOver || setFailed(true),
      )
      .finally(() => isOver || setLoading(false));
    return () => {
      isOver = true;
    };
  }, [api, asked, tries]);

  return {
    pages,
    isLoading,
    hasFailed,
    read() {
      setAsked(pages.at(-1)?.next ?? null);
      setTries((had) => had + 1);
    },
  };
}
