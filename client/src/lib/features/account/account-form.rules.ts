import { passwordLength } from '@talka/server/modules/accounts/auth/account.rules.ts';
import { nameProblem } from '@talka/server/modules/people/persons/name.rules.ts';
import type { PlainKey } from '#lib/i18n/i18n.ts';

export type AccountField = 'name' | 'email' | 'password';
export type AccountErrors = Partial<Record<AccountField | 'form', PlainKey>>;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the fields that a form carries; nothing where all can be sent. */
export function accountErrors(values: Partial<Record<AccountField, string>>, newPassword: boolean): AccountErrors {
  const errors: AccountErrors = {};
  const { name, email, password } = values;
  if (name !== undefined && nameProblem(name)) {
    errors.name = name.trim() === '' ? 'account.error.nameMissing' : 'account.error.name';
  }
  if (email !== undefined && !looksLikeEmail.test(email.trim())) errors.email = 'account.error.email';
  if (password === '') errors.password = 'account.error.passwordMissing';
  else if (newPassword && password !== undefined && password.length < passwordLength.least) {
    errors.password = 'account.error.passwordShort';
  } else if (newPassword && password !== undefined && password.length > passwordLength.most) {
    errors.password = 'account.error.passwordLong';
  }
  return errors;
}

const known: Record<string, AccountErrors> = {
  INVALID_NAME: { name: 'account.error.name' },
  INVALID_EMAIL: { email: 'account.error.email' },
  INVALID_EMAIL_OR_PASSWORD: { form: 'account.error.emailOrPassword' },
  PASSWORD_TOO_SHORT: { password: 'account.error.passwordShort' },
  PASSWORD_TOO_LONG: { password: 'account.error.passwordLong' },
  INVALID_TOKEN: { form: 'account.error.token' },
  TOKEN_EXPIRED: { form: 'account.error.token' },
  EMAIL_ALREADY_VERIFIED: { form: 'account.error.alreadyVerified' },
  SIGN_IN_FIRST: { form: 'account.error.otherAccount' },
  TOO_MANY_ATTEMPTS: { form: 'account.error.tooManyFailed' },
  INVALID_PASSWORD: { form: 'account.error.password' },
  INVALID_CODE: { form: 'account.error.code' },
  INVALID_BACKUP_CODE: { form: 'account.error.code' },
  INVALID_TWO_FACTOR_COOKIE: { form: 'account.error.codeLate' },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { form: 'account.error.codeLate' },
  ACCOUNT_TEMPORARILY_LOCKED: { form: 'account.error.tooManyFailed' },
  EMAIL_NOT_VERIFIED: { form: 'account.error.unverified' },
  DEMONSTRATION_ACCOUNT: { form: 'account.error.demonstration' },
  TOO_BUSY: { form: 'account.error.tooBusy' },
  UNAVAILABLE: { form: 'account.error.tooBusy' },
};

/** What to say of a refusal of the account API: beside a field where it is about one. */
export function refusedBy(outcome: { readonly status: number; readonly code: string }): AccountErrors {
  return known[outcome.code] ?? { form: outcome.status === 429 ? 'account.error.tooMany' : 'account.error.unknown' };
}
