import { describe, expect, test } from 'vitest';
import { codeEmails } from './code-emails.ts';
import type { MailboxEmail } from './send-to-mailbox.ts';

const secrets = { code: '048213', link: 'a-link' };
const person = { locale: 'lt', emailVerified: true, twoFactorEnabled: false };

/** The e-mail that answers whoever asks for a code. */
function letter(given: Partial<Parameters<ReturnType<typeof codeEmails>['send']>[0]>): MailboxEmail {
  const sent: MailboxEmail[] = [];
  const emails = codeEmails((_to, _locale, email) => void sent.push(email), { origin: 'https://talka.example' });
  const asked = { purpose: 'sign-up', email: 'ona@example.org', locale: 'en', next: null, account: undefined } as const;
  emails.send({ ...asked, secrets, ...given });
  expect(sent).toHaveLength(1);
  return sent[0] as MailboxEmail;
}

describe('an e-mail with a code', () => {
  test.each([
    ['en', '048213 is your Talka code', 'for 15 minutes', 'Create the account'],
    ['lt', '048213 – jūsų Talkos kodas', 'galioja 15 minučių', 'Sukurti paskyrą'],
  ] as const)('says the same in text and HTML, in %s', (locale, subject, time, action) => {
    const { text, html = '', ...email } = letter({ locale });
    expect(email.subject).toBe(subject);
    expect(email.link).toBe(`https://talka.example/${locale}/sign-up/code?token=a-link`);
    for (const words of [text, html]) {
      expect(words).toContain(time);
      expect(words).toContain(email.link);
    }
    expect(text).toMatch(/^ {4}048213$/m);
    expect(html).toMatch(/<p style="[^"]*40px[^"]*">048213<\/p>/);
    expect(html).toContain(`>${action}</a>`);
    expect(html).toContain(`<html lang="${locale}">`);
  });

  test('is in the language of the account, whoever asks', () => {
    expect(letter({ locale: 'en', account: person }).text).toContain('Paskyrą jau turite');
    expect(letter({ locale: 'en', purpose: 'sign-in', account: person }).text).toContain('Jūsų kodas');
  });

  test('is of no use once the code has ended', () => {
    expect(letter({}).hours).toBe(0.25);
  });
});

test.each([
  ['a second step', { purpose: 'sign-up', account: { ...person, twoFactorEnabled: true } }, 'sign-in'],
  ['a second step, signing in', { purpose: 'sign-in', account: { ...person, twoFactorEnabled: true } }, 'sign-in'],
  ['no account to sign in to', { purpose: 'sign-in', locale: 'lt' }, 'sign-up'],
] as const)('whoever has %s gets the way in, and no code', (_, given, path) => {
  const { text, html, subject, link } = letter({ ...given, next: '/lt/equipment/1?from=15:00' });
  expect(`${subject} ${text} ${html}`).not.toContain(secrets.code);
  expect(link).toBe(`https://talka.example/lt/${path}?next=%2Flt%2Fequipment%2F1%3Ffrom%3D15%3A00`);
});
