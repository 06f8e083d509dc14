import { passwordLength } from '@talka/server/modules/accounts/auth/account.rules.ts';
import { nameProblem } from '@talka/server/modules/people/persons/name.rules.ts';
import type { PlainKey } from '#lib/i18n/i18n.ts';

export type AccountField = 'name' | 'email' | 'password';
export type AccountErrors = Partial<Record<AccountField | 'code' | 'form', PlainKey>>;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** An existing password is only asked to be there; one to be set has its length judged, and may be left out where it says so. */
export type PasswordKind = 'existing' | 'new' | 'optional';

/** What is wrong with the fields that a form carries; nothing where all can be sent. */
export function accountErrors(values: Partial<Record<AccountField, string>>, kind: PasswordKind): AccountErrors {
  const errors: AccountErrors = {};
  const { name, email, password } = values;
  if (name !== undefined && nameProblem(name)) {
    errors.name = name.trim() === '' ? 'entry.error.nameMissing' : 'entry.error.name';
  }
  if (email !== undefined && !looksLikeEmail.test(email.trim())) errors.email = 'entry.error.email';
  if (password === '' && kind !== 'optional') errors.password = 'entry.error.passwordMissing';
  if (password && kind !== 'existing') {
    if (password.length < passwordLength.least) errors.password = 'entry.error.passwordShort';
    if (password.length > passwordLength.most) errors.password = 'entry.error.passwordLong';
  }
  return errors;
}

const known: Record<string, AccountErrors> = {
  INVALID_NAME: { name: 'entry.error.name' },
  INVALID_EMAIL: { email: 'entry.error.email' },
  INVALID_EMAIL_OR_PASSWORD: { form: 'entry.error.emailOrPassword' },
  PASSWORD_TOO_SHORT: { password: 'entry.error.passwordShort' },
  PASSWORD_TOO_LONG: { password: 'entry.error.passwordLong' },
  INVALID_TOKEN: { form: 'entry.error.token' },
  TOKEN_EXPIRED: { form: 'entry.error.token' },
  EMAIL_ALREADY_VERIFIED: { form: 'entry.error.alreadyVerified' },
  SIGN_IN_FIRST: { form: 'entry.error.otherAccount' },
  TOO_MANY_ATTEMPTS: { form: 'entry.error.tooManyFailed' },
  INVALID_PASSWORD: { form: 'entry.error.password' },
  INVALID_CODE: { form: 'entry.error.code' },
  INVALID_BACKUP_CODE: { form: 'entry.error.code' },
  INVALID_TWO_FACTOR_COOKIE: { form: 'entry.error.codeLate' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { form: 'entry.error.codeLate' },
  ACCOUNT_TEMPORARILY_LOCKED: { form: 'entry.error.tooManyFailed' },
  EMAIL_NOT_VERIFIED: { form: 'entry.error.unverified' },
  DEMONSTRATION_ACCOUNT: { form: 'entry.error.demonstration' },
  INVALID_EMAIL_CODE: { code: 'entry.error.emailCode' },
  EMAIL_CODE_EXPIRED: { code: 'entry.error.emailCodeExpired' },
  EMAIL_CODE_USED_UP: { code: 'entry.error.emailCodeUsedUp' },
  NO_EMAIL_CODE: { form: 'entry.error.emailCodeNone' },
  TOO_MANY_LETTERS: { form: 'entry.error.tooManyLetters' },
  TOO_MANY_CODES: { form: 'entry.error.tooManyCodes' },
  TOO_BUSY: { form: 'entry.error.tooBusy' },
  UNAVAILABLE: { form: 'entry.error.tooBusy' },
};

/** What to say of a refusal of the account API: beside a field where it is about one. */
export function refusedBy(outcome: { readonly status: number; readonly code: string }): AccountErrors {
  return known[outcome.code] ?? { form: outcome.status === 429 ? 'entry.error.tooMany' : 'entry.error.unknown' };
}
