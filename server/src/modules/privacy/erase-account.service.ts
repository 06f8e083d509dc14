import type { Member } from '../../access/actor.rules.ts';
import { type Context, db, signedIn } from '../../platform/context/context.ts';
import { transact } from '../../platform/context/transact.ts';
import { badInput, DomainError } from '../../shared/errors.ts';
import { freshSeconds } from '../accounts/auth/account.rules.ts';
import { verifyPassword } from '../accounts/sign-in/password.ts';
import { cancellableStates } from '../booking/bookings/booking-lifecycle.rules.ts';
import { cancelBooking } from '../booking/commands/cancel-booking.service.ts';
import { forgetPerson } from './forget-person.service.ts';
import type { PostFate } from './personal-data.rules.ts';

export interface EraseAccount {
  /** Null where the person has none. */
  readonly password: string | null;
  readonly posts: PostFate;
}

/**
 * Erases the member's own account for good: coming bookings are cancelled, what is past stays without the person,
 * every trace of them goes. Throws BAD_INPUT for the password, and FORBIDDEN for people of the demonstration, and
 * without a password where the sign-in is not fresh.
 */
export async function eraseAccount(ctx: Context, { password, posts }: EraseAccount): Promise<void> {
  const member = signedIn(ctx);
  await assertSure(ctx, member, password);
  const coming = await db(ctx)
    .selectFrom('booking')
    .select(['id', 'version'])
    .where('booker_id', '=', member.personId)
    .where('state', 'in', [...cancellableStates])
    .where('starts_at', '>', ctx.now)
    .orderBy('id')
    .execute();
  for (const { id, version } of coming) await cancelBooking(ctx, { bookingId: id, version });
  await ctx.runtime?.mail.forget(member.email);
  await transact(ctx, (tx) => forgetPerson(tx, member, posts));
}

async function assertSure(ctx: Context, { personId, sessionId }: Member, password: string | null): Promise<void> {
  const row = await db(ctx)
    .selectFrom('person')
    .select(({ selectFrom }) => [
      'person.demonstration',
      selectFrom('account')
        .select('account.password')
        .whereRef('account.person_id', '=', 'person.id')
        .where('account.password', 'is not', null)
        .limit(1)
        .as('password'),
      selectFrom('session')
        .select('session.created_at')
        .where(({ eb, cast }) => eb(cast<string>('session.id', 'text'), '=', sessionId))
        .whereRef('session.person_id', '=', 'person.id')
        .as('signed_in_at'),
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new DomainError('SIGN_IN_REQUIRED');
  if (row.demonstration) throw new DomainError('FORBIDDEN', { key: 'identity.demonstrationStays' });
  if (row.password) {
    if (password !== null && (await verifyPassword({ hash: row.password, password }))) return;
    throw badInput([{ field: 'password', message: { key: 'identity.wrongPassword' } }]);
  }
  const age = row.signed_in_at ? ctx.now.getTime() - row.signed_in_at.getTime() : Infinity;
  if (age > freshSeconds * 1000) throw new DomainError('FORBIDDEN', { key: 'identity.signInAgain' });
}
