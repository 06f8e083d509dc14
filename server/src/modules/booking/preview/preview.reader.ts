import type { Actor } from '../../../access/actor.rules.ts';
import { visitor } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';
import { readBookableEquipment } from '../conditions/bookable-equipment.reader.ts';
import { readFactsOf } from '../conditions/booking-facts.reader.ts';
import { decide } from '../conditions/conditions.ts';
import type { PreviewReader } from './preview.enums.ts';
import type { PreviewedStart } from './preview-runs.rules.ts';

/** Nobody has these ids. */
const nobody = '00000000-0000-4000-8000-000000000000';

/** Somebody as rules see them. */
function readerAs(as: PreviewReader, centreId: string): Actor {
  if (as === 'visitor') return visitor;
  return {
    ...{ kind: 'member', personId: nobody, sessionId: '', name: '', email: '', emailVerified: true, operator: false },
    memberships: [{ centreId: as === 'member' ? centreId : nobody, role: 'member' }],
    ...{ organisationIds: [], cityIds: [], actingFor: null },
  };
}

export interface Preview {
  readonly equipmentId: string;
  readonly rules: BookingRules;
  readonly as: PreviewReader;
  /** Epoch milliseconds. */
  readonly starts: readonly number[];
  readonly minutes: number;
}

/**
 * What bookings of a length would come to under rules that are not saved, by the functions that decide about every
 * booking and by what is taken and open now; in as many statements as one.
 */
export async function readPreview(
  ctx: Context,
  { equipmentId, rules, as, starts, minutes }: Preview,
): Promise<PreviewedStart[]> {
  const found = (await readBookableEquipment(ctx, [equipmentId])).get(equipmentId);
  if (!found) throw notFound();
  // A draft is previewed as if it were shown.
  const equipment = { ...found, rules, withdrawn: false };
  const reader: Context = { ...ctx, actor: readerAs(as, found.centreId), loaders: new Map() };
  const requests = starts.map((start) => ({
    ...{ equipmentId, equipment },
    ...{ startsAt: new Date(start), endsAt: new Date(start + minutes * 60_000) },
  }));
  const known = requests.length > 0 ? await readFactsOf(reader, requests) : [];
  return known.map(({ facts }) => {
    const { outcome, reasons } = decide(facts);
    const [first] = reasons;
    return { start: facts.startsAt, outcome, reason: first?.message, condition: first?.condition };
  });
}
