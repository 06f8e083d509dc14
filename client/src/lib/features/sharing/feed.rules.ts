import { escaped } from './card.rules.ts';

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly language: string;
  readonly author: string;
  readonly published: string;
  readonly updated: string;
}

export interface Feed {
  readonly title: string;
  readonly language: string;
  /** Its own address, and that of the page with the same content. */
  readonly self: string;
  readonly page: string;
  readonly entries: readonly FeedEntry[];
}

const entryOf = ({ url, title, html, language, author, published, updated }: FeedEntry) => `
  <entry xml:lang="${escaped(language)}">
    <id>${escaped(url)}</id>
    <title>${escaped(title)}</title>
    <link href="${escaped(url)}"/>
    <author><name>${escaped(author)}</name></author>
    <published>${published}</published>
    <updated>${updated}</updated>
    <content type="html">${escaped(html)}</content>
  </entry>`;

/** A feed as RFC 4287 (Atom) has it; an empty one was last changed when nothing was there yet. */
export function atomOf({ title, language, self, page, entries }: Feed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? new Date(0).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escaped(self)}</id>
  <title>${escaped(title)}</title>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
  <link href="${escaped(page)}"/>
  <updated>${updated}</updated>${entries.map(entryOf).join('')}
</feed>
`;
}
