import { type ActingFor, type Member, mayActFor } from '../../../access/actor.rules.ts';
import { type Context, confirmed, signedIn, transact } from '../../../platform/context/context.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { nameProblem, tidyName } from '../../accounts/auth/account.rules.ts';
import { Session } from '../../accounts/sessions/session.entity.ts';
import { loadActingFor } from '../acting-for/party.reader.ts';
import { Person } from './person.entity.ts';

/**
 * Chooses, for this session, whom the member acts for; neither id is for themselves. Throws BAD_INPUT for both
 * at once, NOT_FOUND, FORBIDDEN without mandate or staff role, and SIGN_IN_REQUIRED where the session ended.
 */
export async function actFor(
  ctx: Context,
  given: { organisationId: string | null; centreId: string | null },
): Promise<Member> {
  const member = confirmed(ctx);
  const choice = choiceOf(given);
  if (choice) {
    if (!isId(choice.id) || !(await loadActingFor(ctx, choice))) throw notFound();
    if (!mayActFor(member, choice)) throw new DomainError('FORBIDDEN', { key: 'identity.mayNotActFor' });
  }
  return transact(ctx, async (tx) => {
    const session = isId(member.sessionId)
      ? await tx.em.findOne(Session, { id: member.sessionId, person: member.personId })
      : null;
    if (!session) throw new DomainError('SIGN_IN_REQUIRED');
    tx.em.assign(session, {
      actingOrganisation: choice?.kind === 'organisation' ? choice.id : null,
      actingCentre: choice?.kind === 'centre' ? choice.id : null,
      updatedAt: tx.now,
    });
    return { ...member, actingFor: choice };
  });
}

function choiceOf({ organisationId, centreId }: Parameters<typeof actFor>[1]): ActingFor | null {
  if (organisationId !== null && centreId !== null) {
    throw badInput([{ field: 'centreId', message: { key: 'identity.actForOne' } }]);
  }
  if (organisationId !== null) return { kind: 'organisation', id: organisationId };
  return centreId === null ? null : { kind: 'centre', id: centreId };
}

/** Changes the member's own name and language; what is left out or null stays. Throws BAD_INPUT for the name. */
export async function updateProfile(
  ctx: Context,
  input: { name?: string | null; locale?: Locale | null },
): Promise<Member> {
  const member = signedIn(ctx);
  const problem = typeof input.name === 'string' ? nameProblem(input.name) : undefined;
  if (problem) throw badInput([{ field: 'name', message: problem }]);
  return transact(ctx, async (tx) => {
    const person = await tx.em.findOne(Person, member.personId);
    if (!person) throw new DomainError('SIGN_IN_REQUIRED');
    if (typeof input.name === 'string') person.name = tidyName(input.name);
    if (input.locale) person.locale = input.locale;
    person.updatedAt = tx.now;
    return { ...member, name: person.name };
  });
}
