/** Someone who watches the night. */
export interface Viewer {
  /** Loses the connection; comes back by itself. */
  drop(): void;
  /** From now on the line does what it should. */
  heal(): void;
  /** Whether it has what the server has, all of it. */
  isRight(): boolean;
  /** What it shows, for whoever looks into a failure. */
  describe(): string;
  close(): void;
}
