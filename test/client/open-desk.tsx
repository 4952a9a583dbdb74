import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { DeskPage } from '../../client/desk/desk-page.tsx';
import type { KeptText } from '../../client/desk/kept-text.ts';
import type { ListedUnit } from '../../client/desk/listed-unit.ts';
import type { Link } from '../../client/live/link.ts';
import { createLiveStore, type LiveStore, setView } from '../../client/live/store.ts';
import { LiveProvider } from '../../client/live/use-live.tsx';
import { present } from '../../shared/basics/assert.ts';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import { definitionOf } from '../../shared/election/definition-of.ts';
import { EPOCH, makeElection, minute } from '../live/make-live.ts';
import { FakeServer, listOf, makeMayor, makeTools, type TestTools } from './make-desk.ts';

export interface OpenDesk {
  readonly server: FakeServer;
  readonly tools: TestTools;
  /** Another tally comes over the wire, and with it another list of units. */
  change(tally: Partial<Tally>, list?: readonly ListedUnit[]): Promise<void>;
  /** The link to the server is another. */
  relink(link: Link): Promise<void>;
  close(): void;
}

interface DeskSetting {
  readonly contest?: Contest;
  /** Another contest of the same night, beside the one that is open. */
  readonly beside?: Contest;
  readonly tally?: Partial<Tally>;
  readonly list?: readonly ListedUnit[];
  readonly election?: Partial<Election>;
  readonly kept?: KeptText;
  /** Sets up the server before the page asks it anything. */
  readonly before?: (server: FakeServer) => void;
}

// jsdom has the element, and opens it by its attribute alone.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.setAttribute('open', '');
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.removeAttribute('open');
};

/** The desk in a page, signed in unless `before` says otherwise. */
export async function openDesk(setting: DeskSetting = {}): Promise<OpenDesk> {
  const contest = setting.contest ?? makeMayor();
  const server = new FakeServer(setting.list ?? listOf(contest));
  setting.before?.(server);
  const tools = makeTools(server, setting.kept);
  const store = storeOf(contest, setting);
  const page = render(
    <LiveProvider store={store}>
      <DeskPage language="en" openTools={() => tools} />
    </LiveProvider>,
  );
  await waitFor(() => screen.getByRole(server.person === null ? 'heading' : 'listbox'));
  // What it listens to is set up after it is drawn.
  await act(async () => {});
  return {
    server,
    tools,
    async change(tally, list) {
      if (list !== undefined) server.list = list;
      const view = present(store.getState().contests.get(contest.id), 'contest');
      const position = { ...view.position, seq: view.position.seq + 1 };
      await act(async () => {
        setView(store, contest.id, { ...view, position, tally: { ...view.tally, ...tally } });
      });
      await act(async () => tools.tick());
    },
    async relink(link) {
      const view = present(store.getState().contests.get(contest.id), 'contest');
      await act(async () => setView(store, contest.id, { ...view, link }));
    },
    close: () => page.unmount(),
  };
}

function storeOf(contest: Contest, { tally, election, beside }: DeskSetting): LiveStore {
  const contests = beside === undefined ? [contest] : [contest, beside];
  const night = { ...makeElection(contests), releaseOwn: false, ...election };
  const snapshotOf = (one: Contest) => ({
    contest: one.id,
    position: { epoch: EPOCH, seq: 0 },
    definitionVersion: 1,
    tally: { ...emptyTally(one), open: true, ...tally },
  });
  return createLiveStore({
    page: 'desk',
    language: 'en',
    at: minute(0),
    contest: null,
    contests: contests.map((one) => ({
      definition: definitionOf(night, one, 1),
      snapshot: snapshotOf(one),
    })),
  });
}

/** Opens a unit as a person does: the slash, some letters, Enter. */
export async function openUnit(letters: string): Promise<void> {
  press('/');
  const find = screen.getByRole('combobox');
  fireEvent.change(find, { target: { value: letters } });
  press('Enter');
  await waitFor(() => screen.getByRole('button', { name: /^Publish/ }));
  await act(async () => {});
}

/** Types into whatever has the focus and goes on to the next field. */
export function key(text: string): void {
  fireEvent.change(focused(), { target: { value: text } });
  press('Enter');
}

export function press(name: string, more: KeyboardEventInit = {}): void {
  fireEvent.keyDown(focused(), { key: name, ...more });
}

export async function publish(): Promise<void> {
  await act(async () => press('Enter', { ctrlKey: true }));
}

export function focused(): Element {
  return present(document.activeElement, 'an element in the page');
}
