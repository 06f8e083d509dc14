/** A `style` attribute of a tag. Quotes and `<` within values are always escaped, so no text can look like one. */
const attribute = /(<[a-z][^<>]*?\s)style="([^"]*)"/g;
/** What widths and positions are made of; anything else stays an attribute and is refused by the browser. */
const harmless = /^[\w\s.,:;%()#+/-]*$/;

/**
 * Moves the style attributes of a page into one style sheet with a nonce, so that its Content-Security-Policy
 * need not allow inline styles. Scripts set the same values again by themselves.
 */
export function withoutInlineStyles(html: string, nonce: string): string {
  const numbers = new Map<string, number>();
  const page = html.replace(attribute, (whole, before: string, style: string) => {
    if (!harmless.test(style)) return whole;
    const number = numbers.get(style) ?? numbers.size;
    numbers.set(style, number);
    return `${before}data-inline="${number}"`;
  });
  if (numbers.size === 0) return html;
  const rules = [...numbers].map(([style, number]) => `[data-inline="${number}"]{${style}}`);
  return page.replace('</head>', `<style nonce="${nonce}">${rules.join('')}</style></head>`);
}

/** The nonce that the page's own scripts carry. */
export const nonceOf = (html: string): string | undefined => /<script[^>]* nonce="([\w+/=-]+)"/.exec(html)?.[1];
