/** Something that happened, for the list of updates. */
export interface Update {
  readonly key: string;
  /** Its entry in the record, where that is known. */
  readonly seq: number | null;
  /** The night's time. */
  readonly nightAt: string;
  /** What kind of thing it is, where the words do not say so. */
  readonly kind: string | null;
  readonly pieces: readonly Piece[];
  /** A crossing of the line, a call, a correction stand out. */
  readonly weight: 'plain' | 'strong';
}

/** Words, or words that hold no more and are struck through. */
export type Piece = string | { readonly struck: string };
