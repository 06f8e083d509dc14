import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '#lib/api/graphql.ts';
import { type FindablePage, sitemapFile } from './sitemap.rules.ts';

const FindableCentres = graphql(`
  query FindableCentres($after: String) {
    centres(first: 100, after: $after) { nodes { slug } pageInfo { endCursor hasNextPage } }
  }
`);
const FindableEquipment = graphql(`
  query FindableEquipment($after: String) {
    searchEquipment(first: 100, after: $after) { nodes { equipment { id } } pageInfo { endCursor hasNextPage } }
  }
`);
const FindablePosts = graphql(`
  query FindablePosts($after: String) {
    posts(first: 100, after: $after) { nodes { id createdAt editedAt } pageInfo { endCursor hasNextPage } }
  }
`);

const always: readonly FindablePage[] = (['/', '/find', '/centres', '/posts', '/about', '/accessibility'] as const).map(
  (path) => ({ path }),
);

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** All that a list holds, page by page. */
async function all<Node>(ask: (after: string | null) => Promise<Page<Node>>): Promise<Node[]> {
  const found: Node[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, pageInfo }: Page<Node> = await ask(after);
    found.push(...nodes);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return found;
}

const hour = 3_600_000;
let kept: { readonly until: number; readonly pages: Promise<readonly FindablePage[]> } | undefined;

/** The pages that everybody may read, gathered at most once an hour, whoever asks. */
export function findablePages(event: RequestEvent): Promise<readonly FindablePage[]> {
  if (kept && Date.now() < kept.until) return kept.pages;
  event.locals.anonymous = true;
  const pages = gather(event);
  kept = { until: Date.now() + hour, pages };
  pages.catch(() => {
    kept = undefined;
  });
  return pages;
}

/** The files of these pages as they were written, for one address of the installation: who comes by many fills nothing. */
let written: {
  readonly pages: readonly FindablePage[];
  readonly origin: string;
  readonly files: Map<number, string>;
} = { pages: [], origin: '', files: new Map() };

/** A file of the sitemap, from 1, written once for as long as its pages are kept; nothing where there is no such file. */
export async function sitemapPart(event: RequestEvent, part: number): Promise<string | undefined> {
  const { origin } = event.url;
  const pages = await findablePages(event);
  if (written.pages !== pages || written.origin !== origin) written = { pages, origin, files: new Map() };
  const { files } = written;
  const file = files.get(part) ?? sitemapFile(origin, pages, part);
  if (file) files.set(part, file);
  return file;
}

async function gather({ locals: { graphql: api } }: RequestEvent): Promise<readonly FindablePage[]> {
  const centres = await all(async (after) => (await api.query(FindableCentres, { after })).centres);
  const found = await all(async (after) => (await api.query(FindableEquipment, { after })).searchEquipment);
  const posts = await all(async (after) => (await api.query(FindablePosts, { after })).posts);
  return [
    ...always,
    ...centres.map(({ slug }): FindablePage => ({ path: `/centres/${slug}` })),
    ...found.map(({ equipment }): FindablePage => ({ path: `/equipment/${equipment.id}` })),
    ...posts.map(
      ({ id, createdAt, editedAt }): FindablePage => ({ path: `/posts/${id}`, changedAt: editedAt ?? createdAt }),
    ),
  ];
}

export const sitemapResponse = (xml: string): Response =>
  new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
