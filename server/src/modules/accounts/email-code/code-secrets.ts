import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { digestOf } from '../sessions/session-tokens.ts';
import { codeLength } from './email-code.rules.ts';

/** What one letter opens: the code to type, what its link carries. */
export interface LetterSecrets {
  readonly code: string;
  readonly link: string;
}

/** What a browser or a link holds; as long as a session's. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const newLetterSecrets = (): LetterSecrets => ({
  code: String(randomInt(10 ** codeLength)).padStart(codeLength, '0'),
  link: newToken(),
});

/** What the table keeps of a code: a million are tried in a moment, so its digest takes our key and the row's own id. */
export const codeDigest = (secret: string, id: string, code: string): string =>
  createHmac('sha256', secret).update(`e-mail code ${id} ${code}`).digest('base64url');

/** What the table keeps of the secrets of a letter. */
export const digestsOf = (secret: string, id: string, { code, link }: LetterSecrets) => ({
  code: codeDigest(secret, id, code),
  link: digestOf(link),
});

/** Whether two digests are the same, in a time that does not tell how much of them is. */
export const isSameDigest = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
