import { sql } from 'kysely';
import { type Member, visitor } from '../../access/actor.rules.ts';
import { type Context, db } from '../../platform/context/context.ts';
import { record } from '../../platform/events/record.ts';
import { deleteEmails } from '../../platform/mail/delete-emails.ts';
import { postWithdrawn } from '../collaboration/posts/post.events.ts';
import type { PostFate } from './personal-data.rules.ts';
import { gone, unsigned } from './unsigned.sql.ts';

/**
 * Removes a person and every trace of them, within a transaction: rows that are theirs alone go, what others need
 * stays without them.
 */
export async function forgetPerson(tx: Context, member: Member, posts: PostFate): Promise<void> {
  if (posts === 'remove') await removeTexts(tx, member);
  else await unsignTexts(tx, member);
  const { personId, email } = member;
  const rows = db(tx);
  const silent = { purpose: '', ending_reason: '' };
  await rows.updateTable('booking').set(silent).where('booker_id', '=', personId).execute();
  await rows.updateTable('problem').set({ words: '' }).where('reporter_id', '=', personId).execute();
  await rows.updateTable('problem_step').set({ words: '' }).where('person_id', '=', personId).execute();
  // What they did stays in the log, as others follow it; that it was them does not.
  const own = `person:${personId}`;
  await rows
    .updateTable('logged_event')
    .set(({ fn, val }) => ({ topics: fn('array_remove', ['topics', val(own)]) }))
    .where(sql<boolean>`${own} = any(topics)`)
    .execute();
  const trace = `%${personId}%`;
  await rows
    .deleteFrom('logged_event')
    .where(({ eb, or, cast }) =>
      or(
        (['audiences', 'subject', 'topics'] as const).map((column) => eb(cast<string>(column, 'text'), 'like', trace)),
      ),
    )
    .execute();
  await rows.updateTable('logged_event').set({ actor_id: null }).where('actor_id', '=', personId).execute();
  await rows
    .deleteFrom('verification')
    .where(({ eb, or, fn, val }) =>
      or([eb('value', 'like', trace), eb(fn<number>('strpos', ['value', val(email)]), '>', 0)]),
    )
    .execute();
  await rows.deleteFrom('email_code').where('email', '=', email).execute();
  await deleteEmails(rows, email);
  // Sessions, rights and keys go with the row; bookings, posts and replies lose their author.
  await rows.deleteFrom('person').where('id', '=', personId).execute();
}

/** Empties and withdraws the person's posts, so that the answers of others keep their place, and deletes replies. */
async function removeTexts(tx: Context, { personId }: Member): Promise<void> {
  const rows = db(tx);
  const posts = await rows
    .selectFrom('post')
    .select(['id', 'state', 'audience', 'city_id as cityId', 'centre_id as centreId'])
    .where('author_id', '=', personId)
    .forUpdate()
    .execute();
  await rows.deleteFrom('post_revision').where('post_id', 'in', ownPosts(tx, personId)).execute();
  await rows.deleteFrom('reply').where('author_id', '=', personId).execute();
  const nothing = { title: gone, body: '', body_html: '', excerpt: '', place: null, quantity: null };
  await rows
    .updateTable('post')
    .set(({ eb, fn, val }) => ({
      ...nothing,
      state: 'withdrawn' as const,
      withdrawn_at: fn.coalesce('withdrawn_at', val(tx.now)),
      version: eb('version', '+', 1),
    }))
    .where('author_id', '=', personId)
    .execute();
  const nobody = { ...tx, actor: visitor };
  for (const { state, ...post } of posts) {
    const withdrawn = { ...post, centreId: post.centreId ?? null, authorId: null };
    if (state === 'open') record(nobody, postWithdrawn(withdrawn));
  }
}

/** Takes name and address out of the texts that stay, which are rendered anew later. */
async function unsignTexts(tx: Context, member: Member): Promise<void> {
  const rows = db(tx);
  const { personId } = member;
  await rows
    .updateTable('post_revision')
    .set({ title: unsigned('title', member), body: unsigned('body', member) })
    .where(({ eb, or }) => or([eb('replaced_by_id', '=', personId), eb('post_id', 'in', ownPosts(tx, personId))]))
    .execute();
  await rows
    .updateTable('reply')
    .set({ body: unsigned('body', member), body_html: null })
    .where('author_id', '=', personId)
    .execute();
  await rows
    .updateTable('post')
    .set(({ eb }) => ({
      title: unsigned('title', member),
      body: unsigned('body', member),
      place: unsigned('place', member),
      body_html: null,
      excerpt: null,
      version: eb('version', '+', 1),
    }))
    .where('author_id', '=', personId)
    .execute();
}

const ownPosts = (tx: Context, personId: string) =>
  db(tx).selectFrom('post').select('id').where('author_id', '=', personId);
