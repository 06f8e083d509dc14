import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Posts stand under a page's first and second heading. */
const headingsBelow = 2;
const schemes = ['http', 'https', 'mailto'];

/**
 * What a text may become: pieces as Markdown counts them (a list item has six), cells of tables, bytes of HTML. The
 * longest plain text takes a third of the bytes; a page of posts at these limits is written and read in milliseconds.
 */
export const mostRendered = { tokens: 8000, cells: 1500, bytes: 65_536 } as const;

/** A text whose Markdown makes more than {@link mostRendered}. */
export class TextTooRich extends Error {
  constructor(readonly limit: keyof typeof mostRendered) {
    super(`the text makes too many ${limit}`);
  }
}

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
markdown.validateLink = isHarmlessLink;
// A picture from elsewhere would tell its host who reads, so its words stand in for it.
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '');
markdown.core.ruler.push('demote_headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + headingsBelow)}`;
  }
});

/** Counted while they are made: a short table may stand for a hundred thousand cells. */
function count(env: Record<string, unknown>, type: string): void {
  const limits = type === 'td_open' || type === 'th_open' ? (['tokens', 'cells'] as const) : (['tokens'] as const);
  for (const limit of limits) {
    const counted = Number(env[limit] ?? 0) + 1;
    if (counted > mostRendered[limit]) throw new TextTooRich(limit);
    env[limit] = counted;
  }
}
const { State: Block } = markdown.block;
markdown.block.State = class extends Block {
  override push(...token: Parameters<InstanceType<typeof Block>['push']>) {
    count(this.env, token[0]);
    return super.push(...token);
  }
};
const { State: Inline } = markdown.inline;
markdown.inline.State = class extends Inline {
  override push(...token: Parameters<InstanceType<typeof Inline>['push']>) {
    count(this.env, token[0]);
    return super.push(...token);
  }
};

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'strong', 'em', 's', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr'],
    ...['h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'] },
  allowedSchemes: schemes,
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener ugc' }) },
  nestingLimit: 100,
};

/**
 * Markdown as HTML that is safe to put into a page: no raw HTML, no pictures, links to web and mail only and
 * without a recommendation, headings from the third level. What Markdown lets through is sanitised again. Throws
 * {@link TextTooRich} beyond {@link mostRendered}.
 */
export function renderMarkdown(source: string): string {
  const html = sanitizeHtml(markdown.render(source), allowed).trim();
  if (Buffer.byteLength(html) > mostRendered.bytes) throw new TextTooRich('bytes');
  return html;
}

/** A text as it was typed, line by line, for one whose Markdown cannot be shown. */
export const plainHtml = (source: string): string =>
  `<p>${markdown.utils.escapeHtml(source.trim()).replaceAll('\n', '<br />\n')}</p>`;

/** A link within this site, or one whose scheme is known to be harmless; never one to a host without a scheme. */
function isHarmlessLink(url: string): boolean {
  const link = url.trim();
  if (/^[/\\]{2}/.test(link)) return false;
  const scheme = /^([^/?#]*?):/.exec(link)?.[1];
  return scheme === undefined || schemes.includes(scheme.toLowerCase());
}
