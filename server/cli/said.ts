/** What went wrong, in a line for the person at the command line; never a bug. */
export class Said extends Error {
  override readonly name = 'Said';
  /** 1: it did not work; 2: the words were wrong. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
