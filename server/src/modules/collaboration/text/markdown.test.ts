import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostRendered, plainHtml, renderMarkdown, TextTooRich } from './markdown.ts';

const rel = 'rel="nofollow noopener ugc"';

/** Every tag that may stand in the output, written out with its attributes. */
const safeTag =
  /^<(?:\/?(?:p|strong|em|s|code|pre|blockquote|ul|li|h[3-6]|table|thead|tbody|tr|th|td)|br \/|hr \/|\/?ol|ol start="\d+"|\/a|a(?: href="[^"<>]*")?(?: title="[^"<>]*")? rel="nofollow noopener ugc")>$/;

/** What a browser would make of the output: only the tags above, and links to web, mail and this site. */
function expectSafe(html: string): void {
  for (const tag of html.match(/<[^>]*>?/g) ?? []) {
    expect(tag).toMatch(safeTag);
    const link = /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&');
    // A browser follows no link that it cannot parse.
    if (link === undefined || !URL.canParse(link, 'https://here.example')) continue;
    const { protocol, host } = new URL(link, 'https://here.example');
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    if (!/^(?:https?|mailto):/i.test(link)) expect(host).toBe('here.example');
  }
}

describe('the text of a post', () => {
  test.each([
    ['**Lazeris** laisvas', '<p><strong>Lazeris</strong> laisvas</p>'],
    ['pirma\nantra', '<p>pirma<br />\nantra</p>'],
    ['# Kas?\n\n## Kada?\n\n###### Kur?', '<h3>Kas?</h3>\n<h4>Kada?</h4>\n<h6>Kur?</h6>'],
    ['[planas](https://vilnius.lt/a?b=1&c=2)', `<p><a href="https://vilnius.lt/a?b=1&amp;c=2" ${rel}>planas</a></p>`],
    ['žr. https://talka.lt', `<p>žr. <a href="https://talka.lt" ${rel}>https://talka.lt</a></p>`],
    ['labas@talka.lt', `<p><a href="mailto:labas@talka.lt" ${rel}>labas@talka.lt</a></p>`],
    ['[mūsų](/centres/linkmenu)', `<p><a href="/centres/linkmenu" ${rel}>mūsų</a></p>`],
    ['![planas](https://seklys.example/p.png)', '<p>planas</p>'],
    ['[![x](https://s.example/p.png)](https://a.lt)', `<p><a href="https://a.lt" ${rel}>x</a></p>`],
    ['3. trečias', '<ol start="3">\n<li>trečias</li>\n</ol>'],
    ['```js\n1 < 2\n```', '<pre><code>1 &lt; 2\n</code></pre>'],
    ['', ''],
  ])('%j is shown as %j', (source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](  javascript:alert(1))',
    '[x](java&#x09;script:alert(1))',
    '[x](java%0ascript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:msgbox)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](data:image/svg+xml;base64,PHN2Zz4=)',
    '![x](javascript:alert(1))',
    '![" onerror="alert(1)](https://a.lt/p.png)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](\\\\evil.example)',
    '[x](file:///etc/passwd)',
    '[x](blob:https://a.lt/1)',
    '<javascript:alert(1)>',
    '<https://a.lt/"onmouseover="alert(1)>',
    '[x](https://a.lt "title\\" onmouseover=\\"alert(1)")',
    '[a]: javascript:alert(1)\n\n[a]',
    '[a](<javascript:alert(1)>)',
    '[[x](javascript:alert(1))](javascript:alert(2))',
    '[![x](javascript:alert(1))](javascript:alert(2))',
    '> - **<iframe srcdoc="<script>alert(1)</script>">**',
    '```<script>\n</code></pre><script>alert(1)</script>\n```',
    '`</code><script>alert(1)</script>`',
    '| <b> | [x](javascript:1) |\n|:-:|---|\n| <style>*{}</style> | y |',
    '<!--><img src=x onerror=alert(1)>-->',
    '<math><mi//xlink:href="data:x,<script>alert(4)</script>">',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<<script>script>alert(1)<</script>/script>',
  ])('does nothing but stand there: %j', (source) => {
    expectSafe(renderMarkdown(source));
  });

  test('stays safe whatever it is put together from', () => {
    const pieces = fc.constantFrom(
      ...['<', '>', '"', "'", '&', '(', ')', '[', ']', '!', '`', '\n', ' ', '\\', '#', '> ', '- ', '|', '*', ':', '//'],
      ...[
        'javascript:',
        'data:text/html,',
        'https://a.lt',
        '<script>',
        '</p>',
        'onerror=',
        '&#58;',
        '&colon;',
        '\t',
        'x',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => expectSafe(renderMarkdown(parts.join('')))),
      { numRuns: 2000 },
    );
  });

  test.each(['[', '![', '*a', '> ', '- ', '`a', '<', '((', '_a_ ', '[a](', 'a@', 'www.', '|', '\n#'])(
    'is ready or refused soon at its longest, made of %j',
    (piece) => {
      const source = piece.repeat(Math.floor(20_000 / piece.length));
      try {
        expect(Buffer.byteLength(renderMarkdown(source))).toBeLessThanOrEqual(mostRendered.bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(TextTooRich);
      }
    },
    2000,
  );

  const table = (columns: number, rows: string[]) =>
    ['|a'.repeat(columns), '|-'.repeat(columns), ...rows].map((row) => `${row}|`).join('\n');
  test.each([
    ['cells', 'a table of 10 columns and 151 rows', table(10, Array(150).fill('|b'.repeat(10)))],
    ['cells', 'a table whose empty rows stand for 60,000 cells', table(100, Array(600).fill('|'))],
    ['tokens', 'a list of 4,000 items', '- a\n'.repeat(4000)],
    ['tokens', '5,000 words in bold', '*a* '.repeat(5000)],
    ['bytes', '1,600 links', 'http://a.lt/ '.repeat(1500)],
    ['bytes', '17,000 signs of four letters each', '<'.repeat(17_000)],
  ])('has a limit of %s: %s is refused', (limit, _name, source) => {
    expect(source.length).toBeLessThanOrEqual(20_000);
    expect(() => renderMarkdown(source)).toThrow(expect.objectContaining({ limit }));
  });

  test.each([
    ['a table of 10 columns and 149 rows', table(10, Array(148).fill('|b'.repeat(10)))],
    ['a list of 1,300 items', '- a\n'.repeat(1300)],
    ['20,000 Greek letters', 'λόγος και '.repeat(2000)],
  ])('has room for %s', (_name, source) => {
    expect(() => renderMarkdown(source)).not.toThrow();
  });

  test('stands as it was typed where its Markdown cannot be shown', () => {
    expect(plainHtml('<b>a</b>\n| x |')).toBe('<p>&lt;b&gt;a&lt;/b&gt;<br />\n| x |</p>');
  });
});
