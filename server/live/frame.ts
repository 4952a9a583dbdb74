import type { ContestId } from '../../shared/basics/ids.ts';
import type { TallyChange } from '../../shared/wire/messages.ts';
import type { Published } from './published.ts';

/** What is told about one contest, before it becomes wire data: see encode-frame.ts. */
export type Frame =
  /** All of it. */
  | { readonly kind: 'snapshot'; readonly published: Published }
  /** All that changed after `since`, as new totals. */
  | {
      readonly kind: 'update';
      readonly published: Published;
      readonly since: number;
      readonly change: TallyChange;
    }
  /** The reader has it already. */
  | { readonly kind: 'current'; readonly contest: ContestId };
