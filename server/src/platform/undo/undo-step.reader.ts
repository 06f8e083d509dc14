import { isId } from '../../shared/ids/ids.ts';
import { type Context, db } from '../context/context.ts';
import { undoableUntil, undoWindow } from './undo.rules.ts';

const selectSteps = (ctx: Context) =>
  db(ctx)
    .selectFrom('undo_step')
    .select([
      'id',
      'person_id as personId',
      'act',
      'object_id as objectId',
      'before',
      'done_at as doneAt',
      'undone_at as undoneAt',
    ]);

type Stored = Awaited<ReturnType<ReturnType<typeof selectSteps>['execute']>>[number];

export interface UndoStepRow extends Omit<Stored, 'undoneAt'> {
  readonly undoneAt: Date | null;
  /** Until when it may be taken back. */
  readonly until: Date;
}

const stepOf = (stored: Stored): UndoStepRow => ({
  ...stored,
  undoneAt: stored.undoneAt ?? null,
  until: undoableUntil(stored.doneAt),
});

const ofActor = (ctx: Context, personId: string) =>
  selectSteps(ctx)
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .where('done_at', '>', new Date(ctx.now.getTime() - undoWindow))
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc');

/** What the actor may take back now, the last first. */
export async function listUndoable(ctx: Context, limit: number): Promise<UndoStepRow[]> {
  if (ctx.actor.kind === 'visitor') return [];
  return (await ofActor(ctx, ctx.actor.personId).limit(limit).execute()).map(stepOf);
}

/** The last that the actor did to each of the things and may take back now. */
export async function readUndoableOf(
  ctx: Context,
  objectIds: readonly string[],
): Promise<ReadonlyMap<string, UndoStepRow>> {
  if (ctx.actor.kind === 'visitor') return new Map();
  const rows = await ofActor(ctx, ctx.actor.personId)
    .where('object_id', 'in', [...objectIds])
    .execute();
  return new Map(rows.toReversed().map((row) => [row.objectId, stepOf(row)]));
}

/** Something that the actor did, held until the transaction ends; whoever is about to tell of it waits. */
export async function lockStep(tx: Context, id: string): Promise<UndoStepRow | undefined> {
  if (tx.actor.kind === 'visitor' || !isId(id)) return undefined;
  const stored = await selectSteps(tx)
    .where('id', '=', id)
    .where('person_id', '=', tx.actor.personId)
    .forUpdate()
    .executeTakeFirst();
  return stored && stepOf(stored);
}

/** Whether something was taken back; it cannot be any more until the transaction ends. */
export async function isUndone(tx: Context, id: string): Promise<boolean> {
  const step = await db(tx)
    .selectFrom('undo_step')
    .select('undone_at as undoneAt')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  return Boolean(step?.undoneAt);
}
