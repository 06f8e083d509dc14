import type { Member } from '../../../access/actor.rules.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { nameProblem, tidyName } from './name.rules.ts';
import { Person } from './person.entity.ts';

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
