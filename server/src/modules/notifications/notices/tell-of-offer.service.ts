import type { Context } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { readOffers } from '../../booking/offers/offer.reader.ts';
import { causeOf } from './cause.ts';
import { notify } from './notify.service.ts';

/** Tells somebody whose booking had to give way which time is kept for them. */
export async function tellOfOffer(
  tx: Context,
  entry: LogEntry & { readonly subject: { readonly offer: string } },
): Promise<void> {
  const offer = (await readOffers(tx, [entry.subject.offer])).get(entry.subject.offer);
  if (offer?.state !== 'open') return;
  const { id, personId, centreId, kind } = offer;
  await notify(tx, {
    ...{ personId, centreId, cause: causeOf(entry), object: { type: 'offer', id }, reason: 'booker' },
    kind: kind === 'back' ? 'time_offered_back' : 'time_offered',
  });
}
