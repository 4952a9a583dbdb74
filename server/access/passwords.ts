import { scrypt, timingSafeEqual } from 'node:crypto';
import { present } from '../../shared/basics/assert.ts';

/** What a hash costs: N = 2^`costLog2`, in blocks of 128 x `blockSize` bytes. */
export interface ScryptCost {
  readonly costLog2: number;
  readonly blockSize: number;
  readonly parallel: number;
}

/** OWASP's first choice for scrypt: 128 MiB and about a third of a second for each guess. */
const SOUND: ScryptCost = { costLog2: 17, blockSize: 8, parallel: 1 };
const HASH_BYTES = 32;
/** `$scrypt$ln=17,r=8,p=1$salt$hash`, the form that other programs read too. */
const KEPT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Makes and checks what is kept of passwords. */
export interface Passwords {
  keep(password: string): Promise<string>;
  /** Takes as long where nothing is kept (null), so that the time does not tell which names there are. */
  matches(password: string, kept: string | null): Promise<boolean>;
}

/**
 * scrypt is memory-hard and part of Node; argon2 would need a native package or a newer Node.
 * @param salt random bits as text, new each time
 */
export function openPasswords(salt: () => string, cost: ScryptCost = SOUND): Passwords {
  const nobody = written(cost, Buffer.from(salt()), Buffer.alloc(HASH_BYTES));

  async function keep(password: string): Promise<string> {
    const bytes = Buffer.from(salt());
    return written(cost, bytes, await hashOf(password, bytes, cost));
  }

  async function matches(password: string, kept: string | null): Promise<boolean> {
    const known = read(kept ?? nobody);
    const hash = await hashOf(password, known.salt, known.cost);
    return timingSafeEqual(hash, known.hash) && kept !== null;
  }

  return { keep, matches };
}

function hashOf(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const N = 2 ** cost.costLog2;
  const options = { N, r: cost.blockSize, p: cost.parallel, maxmem: 256 * N * cost.blockSize };
  // The same signs can be written in several ways, by one keyboard or another.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, HASH_BYTES, options, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}

function written({ costLog2, blockSize, parallel }: ScryptCost, salt: Buffer, hash: Buffer) {
  return `$scrypt$ln=${costLog2},r=${blockSize},p=${parallel}$${base64(salt)}$${base64(hash)}`;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function read(kept: string) {
  const [, costLog2, blockSize, parallel, salt = '', hash = ''] = present(
    KEPT.exec(kept),
    'what is kept of a password',
  );
  return {
    cost: {
      costLog2: Number(costLog2),
      blockSize: Number(blockSize),
      parallel: Number(parallel),
    },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}
