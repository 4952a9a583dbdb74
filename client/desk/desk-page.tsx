import { useEffect, useState } from 'react';
import type { ContestId } from '../../shared/basics/ids.ts';
import { useContest, useLive } from '../live/use-live.tsx';
import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import { browserTools } from './browser-tools.ts';
import { ContestDesk } from './contest-desk.tsx';
import type { DeskPerson } from './desk-api.ts';
import { DeskStrip } from './desk-strip.tsx';
import { type DeskTools, DeskToolsProvider } from './desk-tools.tsx';
import { SignInNote } from './sign-in-note.tsx';
import { useDeskNews } from './use-desk-news.ts';
import { useOutbox } from './use-outbox.ts';
import { useSession } from './use-session.ts';
import './desk.css';
import './desk-keying.css';
import './desk-acts.css';
import './desk-side.css';
import './desk-small.css';

/**
 * The desk. The server draws its frame only: who is signed in, and what they were keying, is known to
 * the browser.
 */
export function DeskPage({
  language,
  openTools = browserTools,
}: {
  language: Language;
  openTools?: () => DeskTools;
}) {
  const [tools, setTools] = useState<DeskTools | null>(null);
  useEffect(() => setTools(openTools()), [openTools]);
  if (tools === null) return <SignInNote session={{ state: 'asking' }} language={language} />;
  return (
    <DeskToolsProvider tools={tools}>
      <Entrance language={language} />
    </DeskToolsProvider>
  );
}

function Entrance({ language }: { language: Language }) {
  const session = useSession();
  const contests = useLive((state) => state.contests);
  const [chosen, setChosen] = useState<ContestId | null>(null);
  const [first] = contests.keys();
  if (session.state !== 'signed-in') return <SignInNote session={session} language={language} />;
  const contest = chosen ?? first;
  if (contest === undefined) {
    return <p className="desk-note desk-waiting">{deskWords(language).noContest}</p>;
  }
  return (
    <Desk
      key={contest}
      person={session.person}
      contest={contest}
      onRace={setChosen}
      language={language}
    />
  );
}

function Desk({
  person,
  contest,
  onRace,
  language,
}: {
  person: DeskPerson;
  contest: ContestId;
  onRace: (contest: ContestId) => void;
  language: Language;
}) {
  const view = useContest(contest);
  const contests = useLive((state) => state.contests);
  const outbox = useOutbox(person);
  const news = useDeskNews(person);
  if (view === null) return null;
  const { definition, tally } = view;
  const races = [...contests.values()].map((one) => one.definition);
  const parts = { person, language, outbox };
  return (
    <div className="desk">
      <DeskStrip {...parts} view={view} news={news} races={races} onRace={onRace} />
      <main className="desk-main">
        <ContestDesk {...parts} definition={definition} tally={tally} view={view} {...news} />
      </main>
    </div>
  );
}
