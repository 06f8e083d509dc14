import { randomBytes } from 'node:crypto';
import { type Context, db, signedIn } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { notFound } from '../../../shared/errors.ts';
import { type EmailCategory, emailCategories } from './email-stop.enums.ts';
import { isToken } from './email-stop.rules.ts';

export interface EmailSwitch {
  readonly token: string;
  readonly stopped: boolean;
}

/** The switch of a person's e-mails of a category, which is made where there is none yet. */
export async function emailSwitch(tx: Context, personId: string, category: EmailCategory): Promise<EmailSwitch> {
  const token = randomBytes(32).toString('base64url');
  const row = await db(tx)
    .insertInto('email_stop')
    .values({ person_id: personId, category, token, stopped_at: null })
    .onConflict((conflict) => conflict.columns(['person_id', 'category']).doUpdateSet({ person_id: personId }))
    .returning(['token', 'stopped_at'])
    .executeTakeFirstOrThrow();
  return { token: row.token, stopped: row.stopped_at !== null };
}

/** Stops the e-mails of a token's switch, or takes them up again; a second time changes nothing. Throws NOT_FOUND. */
export async function turnByToken(ctx: Context, token: string, stopped: boolean): Promise<void> {
  if (!isToken(token)) throw notFound();
  const { numUpdatedRows } = await db(ctx)
    .updateTable('email_stop')
    .set(({ fn, val }) => ({ stopped_at: stopped ? fn.coalesce('stopped_at', val(ctx.now)) : null }))
    .where('token', '=', token)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
}

export interface EmailSetting {
  readonly category: EmailCategory;
  readonly stopped: boolean;
}

/** Stops e-mails of categories to the member, or takes them up again; of a category named twice the last word counts. */
export async function turnOwn(ctx: Context, settings: readonly EmailSetting[]): Promise<void> {
  const { personId } = signedIn(ctx);
  const wanted = new Map(settings.map(({ category, stopped }) => [category, stopped]));
  await transact(ctx, async (tx) => {
    for (const category of emailCategories.filter((each) => wanted.has(each))) {
      const { token } = await emailSwitch(tx, personId, category);
      await turnByToken(tx, token, wanted.get(category) ?? false);
    }
  });
}
