import type { Context } from '../../../platform/context/context.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { clockTime, dayName } from '../../../shared/text/wording.rules.ts';
import type { JoinRefusal } from './ask-for-membership.service.ts';
import type { JoinRefusalObject } from './joining.type.ts';

/** A refusal in the reader's language. */
export function presentJoinRefusal(ctx: Context, refusal: JoinRefusal): JoinRefusalObject {
  const { obstacle, askedAt, askAgainAt, standing } = refusal;
  const { name, zone } = standing.centre;
  const at = (askedAt ?? askAgainAt ?? ctx.now).getTime();
  const message = translate(ctx.locale, `membership.obstacle.${obstacle}`, {
    centre: name,
    day: dayName(at, zone, ctx.locale, ctx.now.getTime()),
    time: clockTime(at, zone, ctx.locale),
  });
  return { obstacle, message, askAgainAt };
}
