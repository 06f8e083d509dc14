import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import pLimit from 'p-limit';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const digestLength = 32;

/** Two at a time leave the other threads of Node's pool to files and names. */
const atOnce = 2;
/** More than this many waiting would answer nobody in time. */
const longestQueue = 100;

/** Too many passwords are being checked; worth another try in a moment. */
export class PasswordsBusyError extends Error {}

const derive = promisify(argon2) as (kind: 'argon2id', given: Argon2Parameters) => Promise<Buffer>;

/** The argon2id digest of a password in PHC form. Throws {@link PasswordsBusyError}. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const digest = await digestOf(password, { ...cost, nonce, tagLength: digestLength });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(digest)}`;
}

/** Whether a password has this digest. Throws {@link PasswordsBusyError}. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!parts) return false;
  const [memory = 0, passes = 0, parallelism = 0] = parts.slice(1, 4).map(Number);
  const expected = Buffer.from(parts[5] ?? '', 'base64');
  const nonce = Buffer.from(parts[4] ?? '', 'base64');
  const digest = await digestOf(password, { memory, passes, parallelism, nonce, tagLength: expected.length });
  return timingSafeEqual(digest, expected);
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const digests = pLimit(atOnce);

async function digestOf(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  if (digests.pendingCount >= longestQueue) throw new PasswordsBusyError();
  // The same signs typed on another keyboard may be composed differently.
  return digests(derive, 'argon2id', { ...parameters, message: password.normalize('NFKC') });
}
