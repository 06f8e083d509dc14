import { type Context, db } from '../../../platform/context/context.ts';
import { encodeCursor } from '../../../platform/events/cursor.rules.ts';
import { readHead } from '../../../platform/events/event-log.reader.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { type CentreRow, findCentre } from '../../directory/centres/centre.reader.ts';
import { mayRunDesk } from './desk.policy.ts';

/** The desk of a centre at a moment. */
export interface DeskRow {
  readonly centre: CentreRow;
  /** The place in the event log of what the desk shows. */
  readonly cursor: string;
}

/** The desk of a centre, for those who run it. Throws NOT_FOUND for a centre that is none, FORBIDDEN to others. */
export async function findDesk(ctx: Context, slug: string): Promise<DeskRow> {
  const centre = isAskable(slug, 80) ? await findCentre(ctx, { slug }) : undefined;
  if (!centre) throw notFound();
  if (!mayRunDesk(ctx.actor, centre.id)) throw new DomainError('FORBIDDEN');
  // Before the rows: what happens in between is then told once more rather than missed.
  return { centre, cursor: encodeCursor(await readHead(db(ctx))) };
}
