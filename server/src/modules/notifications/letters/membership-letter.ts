import { type Context, db } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress } from './addresses.ts';
import type { Letter } from './letter.ts';

/** The letter about a membership that the staff ended, unless it has begun anew. */
export async function composeMembershipLetter(
  reader: Context,
  { objectId, personId }: NotificationRow,
): Promise<Letter | undefined> {
  const ended = await db(reader)
    .selectFrom('membership')
    .select(['id', 'centre_id as centreId', 'end_reason as reason'])
    .where('id', '=', objectId)
    .where('person_id', '=', personId)
    .where('valid_until', '<=', reader.now)
    .executeTakeFirst();
  const centre = ended && (await load(reader, readCentres, ended.centreId));
  if (!ended || !centre) return undefined;
  const { locale } = reader;
  const words = { centre: centre.name };
  return {
    subject: translate(locale, 'notifications.membership_ended.subject', words),
    paragraphs: [translate(locale, 'notifications.membership_ended.what', words)],
    quote: ended.reason ?? undefined,
    action: { label: translate(locale, 'notifications.join.bookings'), url: pageAddress(reader, '/bookings') },
    links: [
      { label: translate(locale, 'notifications.join.centre'), url: pageAddress(reader, `/centres/${centre.slug}`) },
    ],
    thread: `membership-${ended.id}`,
  };
}
