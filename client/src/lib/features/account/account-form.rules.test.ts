import { describe, expect, test } from 'vitest';
import { accountErrors, refusedBy } from './account-form.rules.ts';

describe('the fields of an account form', () => {
  test('names every field that is wrong at once', () => {
    expect(accountErrors({ name: ' ', email: 'ruta', password: 'trumpas' }, true)).toEqual({
      name: 'account.error.nameMissing',
      email: 'account.error.email',
      password: 'account.error.passwordShort',
    });
  });

  test('asks an existing password only to be there', () => {
    expect(accountErrors({ email: 'ruta@example.lt', password: 'x' }, false)).toEqual({});
    expect(accountErrors({ email: 'ruta@example.lt', password: '' }, false)).toEqual({
      password: 'account.error.passwordMissing',
    });
  });

  test('leaves out fields that the form does not have', () => {
    expect(accountErrors({ email: 'ruta@example.lt' }, true)).toEqual({});
  });
});

describe('a refusal of the account API', () => {
  test('stands beside the field it is about', () => {
    expect(refusedBy({ status: 400, code: 'INVALID_NAME' })).toEqual({ name: 'account.error.name' });
  });

  test('does not tell whether the e-mail or the password was wrong', () => {
    expect(Object.keys(refusedBy({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' }))).toEqual(['form']);
  });

  test('asks for patience after too many attempts, and says how much', () => {
    expect(refusedBy({ status: 429, code: 'UNKNOWN' })).toEqual({ form: 'account.error.tooMany' });
    expect(refusedBy({ status: 429, code: 'TOO_MANY_ATTEMPTS' })).toEqual({ form: 'account.error.tooManyFailed' });
  });

  test('admits what it does not know', () => {
    expect(refusedBy({ status: 500, code: 'NEW_CODE' })).toEqual({ form: 'account.error.unknown' });
  });
});
