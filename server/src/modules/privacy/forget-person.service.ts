import { sql } from 'kysely';
import { type Member, visitor } from '../../access/actor.rules.ts';
import { type Context, db } from '../../platform/context/context.ts';
import { record } from '../../platform/events/record.ts';
import { deleteEmails } from '../../platform/mail/delete-emails.ts';
import { postWithdrawn, type RecordedPost } from '../collaboration/posts/post.events.ts';
import { literally, type PostFate } from './personal-data.rules.ts';

/** Stands where the name or address of somebody who left was, and as the title of what they removed. */
const gone = '…';

/**
 * Removes a person and every trace of them, within a transaction: rows that are theirs alone go, what others need
 * stays without them.
 */
export async function forgetPerson(tx: Context, member: Member, posts: PostFate): Promise<void> {
  if (posts === 'remove') await removeTexts(tx, member);
  else await unsignTexts(tx, member);
  const { personId, email } = member;
  await sql`update booking set purpose = '' where booker_id = ${personId}`.execute(db(tx));
  // What they did stays in the log, as others follow it; that it was them does not.
  const trace = `%${personId}%`;
  await sql`
    delete from logged_event
    where audiences::text like ${trace} or subject::text like ${trace} or topics::text like ${trace}`.execute(db(tx));
  await sql`update logged_event set actor_id = null where actor_id = ${personId}`.execute(db(tx));
  await sql`delete from verification where value like ${trace} or strpos(value, ${email}) > 0`.execute(db(tx));
  await deleteEmails(db(tx), email);
  // Sessions, rights and keys go with the row; bookings, posts and replies lose their author.
  await db(tx).deleteFrom('person').where('id', '=', personId).execute();
}

/** Empties and withdraws the person's posts, so that the answers of others keep their place, and deletes replies. */
async function removeTexts(tx: Context, { personId }: Member): Promise<void> {
  await sql`delete from post_revision where post_id in (select id from post where author_id = ${personId})`.execute(
    db(tx),
  );
  await db(tx).deleteFrom('reply').where('author_id', '=', personId).execute();
  const { rows } = await sql<RecordedPost & { open: boolean }>`
    with before as (select id, state from post where author_id = ${personId} for update)
    update post set title = ${gone}, body = '', body_html = '', excerpt = '', place = null, quantity = null, state = 'withdrawn',
      withdrawn_at = coalesce(withdrawn_at, ${tx.now}), version = version + 1
    from before where post.id = before.id
    returning post.id, audience, city_id as "cityId", centre_id as "centreId", null as "authorId",
      before.state = 'open' as open`.execute(db(tx));
  const nobody = { ...tx, actor: visitor };
  for (const { open, ...post } of rows) if (open) record(nobody, postWithdrawn(post));
}

/** Takes name and address out of the texts that stay, which are rendered anew later. */
async function unsignTexts(tx: Context, { personId, name, email }: Member): Promise<void> {
  const pattern = `${literally(name)}|${literally(email)}`;
  const unsigned = (column: string) => sql`regexp_replace(${sql.ref(column)}, ${pattern}, ${gone}, 'gi')`;
  await sql`
    update post_revision set title = ${unsigned('title')}, body = ${unsigned('body')}
    where replaced_by_id = ${personId} or post_id in (select id from post where author_id = ${personId})`.execute(
    db(tx),
  );
  await sql`update reply set body = ${unsigned('body')}, body_html = null where author_id = ${personId}`.execute(
    db(tx),
  );
  await sql`
    update post set title = ${unsigned('title')}, body = ${unsigned('body')}, body_html = null, excerpt = null, place = ${unsigned('place')},
      version = version + 1
    where author_id = ${personId}`.execute(db(tx));
}
