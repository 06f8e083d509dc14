import type { Database } from '../../../platform/database/tables.ts';
import { defineQueue } from '../../../platform/jobs/queue.ts';
import { renderText, type WrittenText } from './written-text.ts';

/**
 * Renders texts written by a release that rendered when reading, and those that somebody who left was taken out of.
 * Until it comes round they are rendered by who reads them.
 */
export const unrenderedTexts = defineQueue({
  name: 'unrendered-texts',
  schedule: '*/10 * * * *',
  retries: 2,
  patience: 540,
  waitsAtMost: 1,
  handle: (_data, { db, signal }) => renderTexts(db, signal),
});

const batch = 200;
/** Texts of one run, a few minutes of work, so that it ends before the next one. */
const mostPerRun = 100_000;

/** Renders what is not rendered, until nothing is left, the run is long enough or the signal comes. */
export async function renderTexts(db: Database, signal: AbortSignal): Promise<void> {
  let left = mostPerRun;
  for (const table of ['post', 'reply'] as const) {
    for (let found = batch; found === batch && left > 0 && !signal.aborted; left -= found) {
      const texts = await unrendered(db, table);
      found = texts.length;
      for (const { id, body } of texts) await keep[table](db, id, renderText(body));
    }
  }
}

type Table = 'post' | 'reply';

const unrendered = (db: Database, table: Table) =>
  db.selectFrom(table).select(['id', 'body']).where('body_html', 'is', null).orderBy('id').limit(batch).execute();

/** Keeps a text as rendered; one that changed meanwhile is left to who changed it. */
const keep: Record<Table, (db: Database, id: string, text: WrittenText) => Promise<unknown>> = {
  post: (db, id, { body, bodyHtml, excerpt }) =>
    db
      .updateTable('post')
      .set({ body_html: bodyHtml, excerpt })
      .where('id', '=', id)
      .where('body', '=', body)
      .execute(),
  reply: (db, id, { body, bodyHtml }) =>
    db.updateTable('reply').set({ body_html: bodyHtml }).where('id', '=', id).where('body', '=', body).execute(),
};
