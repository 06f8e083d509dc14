import { APIError } from 'better-auth/api';
import type { CodeRefusal } from './redeem-code.service.ts';

const refusals = {
  wrong: ['BAD_REQUEST', 'INVALID_EMAIL_CODE', 'The code does not fit.'],
  expired: ['BAD_REQUEST', 'EMAIL_CODE_EXPIRED', 'The code is too old. Ask for a new one.'],
  'used-up': ['FORBIDDEN', 'EMAIL_CODE_USED_UP', 'Too many wrong codes. Ask for a new one.'],
  nothing: ['BAD_REQUEST', 'NO_EMAIL_CODE', 'Nothing waits for a code here. Begin again.'],
  'too-many-letters': ['TOO_MANY_REQUESTS', 'TOO_MANY_LETTERS', 'Too many e-mails to this address. Wait an hour.'],
  'too-many-codes': [
    'TOO_MANY_REQUESTS',
    'TOO_MANY_CODES',
    'Too many wrong codes for this address today. Follow the link of the e-mail.',
  ],
} as const;

/** Why an answer to a letter was refused, as the account API says it. */
export function codeRefused(why: CodeRefusal | Exclude<keyof typeof refusals, CodeRefusal>): APIError {
  const [status, code, message] = refusals[why];
  return new APIError(status, { code, message });
}
