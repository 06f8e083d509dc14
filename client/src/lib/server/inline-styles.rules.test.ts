import { describe, expect, test } from 'vitest';
import { nonceOf, withoutInlineStyles } from './inline-styles.rules.ts';

const moved = (body: string) => withoutInlineStyles(`<head></head>${body}`, 'n1');

describe('style attributes', () => {
  test('become one sheet, equal ones a single rule', () => {
    expect(moved('<p style="left: 1.5%;"></p><i class="a" style="--from: 0;"></i><b style="left: 1.5%;"></b>')).toBe(
      '<head><style nonce="n1">[data-inline="0"]{left: 1.5%;}[data-inline="1"]{--from: 0;}</style></head>' +
        '<p data-inline="0"></p><i class="a" data-inline="1"></i><b data-inline="0"></b>',
    );
  });

  test.each([
    'what people write: style="color: red"',
    '<p title="a style=&quot;color: red&quot;"></p>',
    '<p style="background: url(&quot;x&quot;)"></p>',
    '<p style="a}b{c"></p>',
    '<script>"a style="</script>',
  ])('%s stays as it is', (body) => {
    expect(moved(body)).toBe(`<head></head>${body}`);
  });
});

test('the nonce of a page is that of its scripts', () => {
  expect(nonceOf('<head><script nonce="Ab+/0=" type="module"></script>')).toBe('Ab+/0=');
  expect(nonceOf('<p>nonce="x"</p>')).toBeUndefined();
});
