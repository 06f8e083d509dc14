import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Posts stand under a page's first and second heading. */
const headingsBelow = 2;
const schemes = ['http', 'https', 'mailto'];

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
 * without a recommendation, headings from the third level. What Markdown lets through is sanitised again.
 */
export function renderMarkdown(source: string): string {
  return sanitizeHtml(markdown.render(source), allowed).trim();
}

/** A link within this site, or one whose scheme is known to be harmless; never one to a host without a scheme. */
function isHarmlessLink(url: string): boolean {
  const link = url.trim();
  if (/^[/\\]{2}/.test(link)) return false;
  const scheme = /^([^/?#]*?):/.exec(link)?.[1];
  return scheme === undefined || schemes.includes(scheme.toLowerCase());
}
