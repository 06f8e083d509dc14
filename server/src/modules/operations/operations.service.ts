import type { Context } from '../../platform/context/context.ts';
import type { Runtime } from '../../platform/context/runtime.ts';
import { DomainError, notFound } from '../../shared/errors.ts';
import { isId } from '../../shared/ids/ids.ts';
import { mayOperate } from './operations.policy.ts';

/** The process that answers, for an operator; FORBIDDEN for others. */
export function operatedBy(ctx: Context): Runtime {
  if (!mayOperate(ctx.actor)) throw new DomainError('FORBIDDEN');
  if (!ctx.runtime) throw new Error('this context belongs to no running server');
  return ctx.runtime;
}

/** Sends a job that failed for good back to its queue. Throws NOT_FOUND where it is gone, FORBIDDEN. */
export async function retryJob(ctx: Context, id: string): Promise<void> {
  const { jobs } = operatedBy(ctx);
  if (!isId(id) || !(await jobs.revive(id))) throw notFound();
}

/** Deletes a job that failed for good; one that is gone already is no mistake. Throws FORBIDDEN. */
export async function deleteJob(ctx: Context, id: string): Promise<void> {
  const { jobs } = operatedBy(ctx);
  if (!isId(id)) throw notFound();
  await jobs.discard(id);
}
