import { randomBytes } from 'node:crypto';
import { EmailStop } from '../../src/modules/notifications/email-stops/email-stop.entity.ts';
import type { EmailCategory } from '../../src/modules/notifications/email-stops/email-stop.enums.ts';
import { Notification } from '../../src/modules/notifications/notices/notification.entity.ts';
import type { NotificationObject } from '../../src/modules/notifications/notices/notification.enums.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

/** Notes that a person was told of a thing, without an e-mail; returns the id. */
export async function makeNotification(
  world: World,
  { personId, objectType = 'booking' }: { personId: string; objectType?: NotificationObject },
): Promise<string> {
  const id = newId();
  await world.em().insert(Notification, {
    ...{ id, person: personId, cause: `test:${id}`, kind: 'booking_made', reason: 'booker' },
    ...{ objectType, objectId: newId(), createdAt: world.now },
  });
  return id;
}

/** The switch of a person's e-mails of a category, as the first of them made it; returns its token. */
export async function makeEmailStop(
  world: World,
  { personId, category = 'replies' }: { personId: string; category?: EmailCategory },
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await world.em().insert(EmailStop, { person: personId, category, token, stoppedAt: null });
  return token;
}
