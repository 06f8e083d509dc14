import type { Actor } from '../../access/actor.rules.ts';

/** Whether the actor runs this installation and may see and steer its inner works. */
export const mayOperate = (actor: Actor): boolean => actor.kind === 'member' && actor.operator && actor.emailVerified;
