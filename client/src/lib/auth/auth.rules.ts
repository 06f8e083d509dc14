import type { PlainKey } from '#lib/i18n/i18n.ts';

export type AccountField = 'name' | 'email' | 'password';
export type AccountErrors = Partial<Record<AccountField | 'form', PlainKey>>;

/** Shortest and longest password; the account API holds to the same. */
export const passwordLength = { least: 8, most: 128 } as const;

const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the fields that a form carries; nothing where all can be sent. */
export function accountErrors(values: Partial<Record<AccountField, string>>, newPassword: boolean): AccountErrors {
  const errors: AccountErrors = {};
  const { name, email, password } = values;
  if (name !== undefined && name.trim() === '') errors.name = 'account.error.nameMissing';
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
  INVALID_EMAIL: { email: 'account.error.email' },
  INVALID_EMAIL_OR_PASSWORD: { form: 'account.error.emailOrPassword' },
  EMAIL_NOT_VERIFIED: { form: 'account.error.notVerified' },
  PASSWORD_TOO_SHORT: { password: 'account.error.passwordShort' },
  PASSWORD_TOO_LONG: { password: 'account.error.passwordLong' },
  USER_ALREADY_EXISTS: { email: 'account.error.exists' },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { email: 'account.error.exists' },
  INVALID_TOKEN: { form: 'account.error.token' },
  TOKEN_EXPIRED: { form: 'account.error.token' },
  EMAIL_ALREADY_VERIFIED: { form: 'account.error.alreadyVerified' },
};

/** What to say of a refusal of the account API: beside a field where it is about one. */
export function refusedBy(outcome: { readonly status: number; readonly code: string }): AccountErrors {
  if (outcome.status === 429) return { form: 'account.error.tooMany' };
  return known[outcome.code] ?? { form: 'account.error.unknown' };
}
