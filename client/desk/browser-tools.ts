import { openDeskApi } from './desk-api.ts';
import { followDesk } from './desk-socket.ts';
import type { DeskTools } from './desk-tools.tsx';
import { openDrafts } from './drafts.ts';
import { newId } from './new-id.ts';
import { createOutbox } from './outbox.ts';
import { sendAndSettle } from './send-and-settle.ts';

/** The tools of a desk in a browser: its network, its storage, its timers. */
export function browserTools(): DeskTools {
  const api = openDeskApi((path, init) => fetch(path, init));
  const drafts = openDrafts(localStorage);
  return {
    api,
    drafts,
    outbox: createOutbox(localStorage, sendAndSettle(api, drafts)),
    follow: followDesk,
    newId,
    every(ms, run) {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  };
}
