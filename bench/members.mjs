import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { post } from './post.mjs';

/** Signs cookies where `startProduct` is given it as `AUTH_SECRET`. */
export const secret = randomBytes(32).toString('hex');

/**
 * The cookies of so many different members of centres, each with a session of their own, as if they had signed in:
 * signing in itself is slow on purpose.
 */
export async function signedInMembers(database, address, count) {
  const own = await post(
    `${address}/api/auth/sign-in/email`,
    { email: 'aiste@example.org', password: 'talka-demo' },
    { origin: address },
  );
  const [name] = own.response.headers['set-cookie'].find((each) => each.includes('session_token=')).split('=');
  const { rows } = await database.query(
    `select id from person where email_verified and exists (
       select from membership where person_id = person.id and valid_until is null) order by id limit $1`,
    [count],
  );
  if (rows.length < count) throw new Error(`There are only ${rows.length} members.`);
  return Promise.all(
    rows.map(async ({ id }) => {
      const token = randomBytes(24).toString('base64url');
      const digest = createHash('sha256').update(token).digest('base64url');
      await database.query(
        `insert into session (id, person_id, token, expires_at, created_at, updated_at, last_used_at)
         values ($1, $2, $3, now() + interval '1 day', now(), now(), now())`,
        [randomUUID(), id, digest],
      );
      const signature = createHmac('sha256', secret).update(token).digest('base64');
      return `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
    }),
  );
}
