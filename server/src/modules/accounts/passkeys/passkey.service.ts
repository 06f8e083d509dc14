import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { nameProblem, tidyName } from '../../people/persons/name.rules.ts';

/** Names one of the member's own passkeys. Throws NOT_FOUND, and BAD_INPUT for the name. */
export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }): Promise<void> {
  const { personId } = signedIn(ctx);
  const problem = nameProblem(name);
  if (problem) throw badInput([{ field: 'name', message: problem }]);
  if (!isId(id)) throw notFound();
  await transact(ctx, async (tx) => {
    const renamed = db(tx)
      .updateTable('passkey')
      .set({ name: tidyName(name) })
      .where('person_id', '=', personId);
    if ((await renamed.where('id', '=', id).returning('id').execute()).length === 0) throw notFound();
  });
}

/** Removes one of the member's own passkeys; it signs nobody in any more. Throws NOT_FOUND. */
export async function removePasskey(ctx: Context, id: string): Promise<void> {
  const { personId } = signedIn(ctx);
  if (!isId(id)) throw notFound();
  await transact(ctx, async (tx) => {
    const removed = db(tx).deleteFrom('passkey').where('person_id', '=', personId).where('id', '=', id);
    if ((await removed.returning('id').execute()).length === 0) throw notFound();
  });
}
