import { mayActFor } from '../../../access/acting.policy.ts';
import type { ActingFor, Member } from '../../../access/actor.rules.ts';
import { type Context, confirmed } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { loadActingFor } from '../../people/acting-for/party.reader.ts';
import { Session } from './session.entity.ts';

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
