import { expect, test } from 'vitest';
import { type ActionContent, actionLayout } from './action-layout.ts';

const content: ActionContent = {
  name: '<b>Ona & "Co"',
  subject: { key: 'mail.reset.subject' },
  before: [{ key: 'mail.reset.why' }],
  action: { label: { key: 'mail.reset.action' }, url: 'https://talka.example/x?a=1&b="2"' },
  after: [{ key: 'mail.reset.ignore', parameters: { hours: 1 } }],
};

test('an e-mail says the same in text and HTML, in the reader’s language', () => {
  const english = actionLayout(content, 'en');
  expect(english.subject).toBe('Choose a new password');
  expect(english.text).toContain('for 1 hour.');
  expect(english.html).toContain('for 1 hour.');
  expect(english.html).toContain('<html lang="en">');
  const lithuanian = actionLayout(content, 'lt');
  expect(lithuanian.subject).toBe('Susikurkite naują slaptažodį');
  expect(lithuanian.text).toContain('galioja 1 valandą.');
});

test.each([
  [1, '1 valandą'],
  [2, '2 valandas'],
  [10, '10 valandų'],
  [24, '24 valandas'],
])('%i hours are counted in Lithuanian as "%s"', (hours, words) => {
  const after = [{ key: 'mail.confirm.ignore', parameters: { hours } }] as const;
  expect(actionLayout({ ...content, after }, 'lt').text).toContain(words);
});

test('names and links cannot bring HTML along', () => {
  const { html, text } = actionLayout(content, 'en');
  expect(html).toContain('&lt;b&gt;Ona &amp; &quot;Co&quot;');
  expect(html).not.toContain('<b>');
  expect(html).toContain('href="https://talka.example/x?a=1&amp;b=&quot;2&quot;"');
  expect(text).toContain('Hello <b>Ona & "Co",');
});

test.each(['Laimėjote! https://elsewhere.example', 'elsewhere.example', 'ona@elsewhere.example'])(
  'a name that reads as a link, %s, is left out',
  (name) => {
    const { html, text } = actionLayout({ ...content, name }, 'en');
    expect(text).toMatch(/^Hello,\n/);
    expect(html + text).not.toContain('elsewhere');
  },
);

test.each(['Ona Petraitienė', 'J. Petraitis', 'Anne-Marie d’Arc'])('%s is greeted by name', (name) => {
  expect(actionLayout({ ...content, name }, 'en').text).toContain(`Hello ${name},`);
});
