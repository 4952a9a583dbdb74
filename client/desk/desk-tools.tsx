import { createContext, type ReactNode, use } from 'react';
import { present } from '../../shared/basics/assert.ts';
import type { DeskApi } from './desk-api.ts';
import type { DeskListener } from './desk-socket.ts';
import type { Drafts } from './drafts.ts';
import type { Outbox } from './outbox.ts';

/** What the desk works with: a browser's own in browser-tools.ts, a test's otherwise. */
export interface DeskTools {
  readonly api: DeskApi;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly follow: (tell: DeskListener) => () => void;
  readonly newId: () => string;
  /** Runs something again and again; the answer stops it. */
  readonly every: (ms: number, run: () => void) => () => void;
}

const ToolsContext = createContext<DeskTools | null>(null);

export function DeskToolsProvider({ tools, children }: { tools: DeskTools; children: ReactNode }) {
  return <ToolsContext value={tools}>{children}</ToolsContext>;
}

export function useDeskTools(): DeskTools {
  return present(use(ToolsContext), 'DeskToolsProvider around this component');
}
