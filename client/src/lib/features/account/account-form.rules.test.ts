import { describe, expect, test } from 'vitest';
import { accountErrors, refusedBy } from './account-form.rules.ts';

describe('the fields of an account form', () => {
  test('names every field that is wrong at once', () => {
    expect(accountErrors({ name: ' ', email: 'ruta', password: 'trumpas' }, 'new')).toEqual({
      name: 'entry.error.nameMissing',
      email: 'entry.error.email',
      password: 'entry.error.passwordShort',
    });
  });

  test('asks an existing password only to be there', () => {
    expect(accountErrors({ email: 'ruta@example.lt', password: 'x' }, 'existing')).toEqual({});
    expect(accountErrors({ email: 'ruta@example.lt', password: '' }, 'existing')).toEqual({
      password: 'entry.error.passwordMissing',
    });
  });

  test('lets a password be left out where it says so, and judges one that is there', () => {
    expect(accountErrors({ email: 'ruta@example.lt', password: '' }, 'optional')).toEqual({});
    expect(accountErrors({ password: 'trumpas' }, 'optional')).toEqual({ password: 'entry.error.passwordShort' });
  });

  test('leaves out fields that the form does not have', () => {
    expect(accountErrors({ email: 'ruta@example.lt' }, 'new')).toEqual({});
  });
});

describe('a refusal of the account API', () => {
  test('stands beside the field it is about', () => {
    expect(refusedBy({ status: 400, code: 'INVALID_NAME' })).toEqual({ name: 'entry.error.name' });
  });

  test('does not tell whether the e-mail or the password was wrong', () => {
    expect(Object.keys(refusedBy({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' }))).toEqual(['form']);
  });

  test('asks for patience after too many attempts, and says how much', () => {
    expect(refusedBy({ status: 429, code: 'UNKNOWN' })).toEqual({ form: 'entry.error.tooMany' });
    expect(refusedBy({ status: 429, code: 'TOO_MANY_ATTEMPTS' })).toEqual({ form: 'entry.error.tooManyFailed' });
  });

  test('about a code stands beside the field where it is typed', () => {
    expect(refusedBy({ status: 400, code: 'INVALID_EMAIL_CODE' })).toEqual({ code: 'entry.error.emailCode' });
    expect(refusedBy({ status: 429, code: 'TOO_MANY_LETTERS' })).toEqual({ form: 'entry.error.tooManyLetters' });
  });

  test('admits what it does not know', () => {
    expect(refusedBy({ status: 500, code: 'NEW_CODE' })).toEqual({ form: 'entry.error.unknown' });
  });
});
