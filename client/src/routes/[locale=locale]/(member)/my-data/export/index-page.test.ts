import { expect, test } from 'vitest';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { indexPage } from './index-page.ts';

test('the first page of the archive tells every entry and runs nothing that people wrote', async () => {
  const json = JSON.stringify([{ title: '<script>alert(1)</script> "ir"', place: null, seats: 3 }]);
  const page = indexPage(
    createI18n('lt', await loadMessages('lt', 'data'), 'Europe/Vilnius'),
    [{ kind: 'POST', count: 1, json, file: 'post.json' }],
    new Date('2026-11-25T08:00:00Z'),
  );
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;ir&quot;');
  expect(page).not.toContain('<script');
  expect(page).toContain('<a href="post.json">');
  expect(page).toContain('<th>seats</th><td>3</td>');
  expect(page).not.toContain('<th>place</th>');
});
