import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { periodName } from '../../../shared/text/wording.rules.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import type { JoinRequestState } from '../../people/join-requests/join-request.enums.ts';
import { findJoinRequest, type JoinRequestRow } from '../../people/join-requests/join-request.reader.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress, slotAddress } from './addresses.ts';
import type { Letter, LetterLink } from './letter.ts';

/** The kinds of notifications about a request for membership, and the state of it in which they are still true. */
const trueIn = {
  join_requested: 'sent',
  join_accepted: 'accepted',
  join_declined: 'declined',
} as const satisfies Record<string, JoinRequestState>;

/** The letter about a request for membership: to the staff, or to whoever made it once it was decided. */
export async function composeJoinRequestLetter(
  reader: Context,
  notification: NotificationRow,
): Promise<Letter | undefined> {
  const kind = notification.kind as keyof typeof trueIn;
  const request = await findJoinRequest(reader, notification.objectId);
  const centre = request && (await load(reader, readCentres, request.centreId));
  if (!request || !centre || request.state !== trueIn[kind]) return undefined;
  const { locale } = reader;
  const person = (await load(reader, readPeople, request.personId))?.name ?? '';
  const words = { person, centre: centre.name };
  const wish = await wishOf(reader, request, centre);
  return {
    subject: translate(locale, `notifications.${kind}.subject`, words),
    paragraphs: [translate(locale, `notifications.${kind}.what`, words)],
    quote: kind === 'join_requested' ? request.message : (request.reason ?? undefined),
    facts: wish
      ? [
          [
            translate(locale, kind === 'join_requested' ? 'notifications.join.wish' : 'notifications.join.wished'),
            wish.label,
          ],
        ]
      : [],
    ...actionsOf(reader, kind, { centre, wish, id: request.id }),
    thread: `join-request-${request.id}`,
  };
}

function actionsOf(
  reader: Context,
  kind: keyof typeof trueIn,
  { centre, wish, id }: { centre: CentreRow; wish: LetterLink | undefined; id: string },
): Pick<Letter, 'action' | 'links'> {
  const say = (key: Parameters<typeof translate>[1]) => translate(reader.locale, key);
  const page = { label: say('notifications.join.centre'), url: pageAddress(reader, `/centres/${centre.slug}`) };
  if (kind === 'join_requested') {
    return {
      action: { label: say('notifications.join.desk'), url: pageAddress(reader, `/desk/${centre.slug}#${id}`) },
    };
  }
  if (kind === 'join_accepted' && wish) {
    return { action: { label: say('notifications.join.book'), url: wish.url }, links: [page] };
  }
  return { action: page };
}

/** What the person would book as a member, as long as that is to come. */
async function wishOf(
  reader: Context,
  { wishEquipmentId, wishStartsAt, wishEndsAt }: JoinRequestRow,
  { zone }: CentreRow,
): Promise<LetterLink | undefined> {
  const equipment = wishEquipmentId ? await load(reader, readEquipment, wishEquipmentId) : undefined;
  if (!equipment || !wishStartsAt || !wishEndsAt || wishStartsAt <= reader.now) return undefined;
  const [start, end] = [wishStartsAt.getTime(), wishEndsAt.getTime()];
  return {
    label: `${equipment.name}, ${periodName(start, end, zone, reader.locale, reader.now.getTime())}`,
    url: slotAddress(reader, { equipmentId: equipment.id, start, end }),
  };
}
