import { createHash } from 'node:crypto';

/**
 * What is kept of a secret: its SHA-256 in hexadecimal. No slow hash is needed, for a secret is 256
 * random bits that nobody chose.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
