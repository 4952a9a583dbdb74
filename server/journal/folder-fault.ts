/** What a person who runs a server can do about what is wrong with its data folder, by the error's code. */
const ADVICE: readonly (readonly [codes: RegExp, what: string, advice: string])[] = [
  [/^(EEXIST|ENOTDIR)$/, 'there is a file in its place', 'Name a folder with --data.'],
  [
    /^(EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY.*)$/,
    'it may not be written to',
    'Let the account that runs Fiftyline write there, or name another folder with --data.',
  ],
  [
    /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/,
    'its disk is full',
    'Make room and start Fiftyline again: all that was acknowledged is there.',
  ],
  [
    /^(EIO|SQLITE_IOERR.*)$/,
    'its disk takes nothing more',
    'See whether the disk is full or fails, and start Fiftyline again: all that was acknowledged is there.',
  ],
];

/** What is wrong with a data folder, and what to do, as a line for a person; null for any other error. */
export function folderFault(error: unknown, directory: string): string | null {
  const code = codeOf(error);
  const found = ADVICE.find(([codes]) => codes.test(code));
  if (found === undefined) return null;
  const [, what, advice] = found;
  return `The data folder ${directory} cannot be used: ${what} (${code}). ${advice}`;
}

/** An error that came from another thread has its code at the end of its message: see serve-thread.ts. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return / \(([A-Z_]+)\)$/.exec(error.message)?.[1] ?? '';
}
