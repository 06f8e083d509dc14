import { may } from '../../../access/rights.rules.ts';
import { type Context, confirmed } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { Equipment } from '../items/equipment.entity.ts';
import { equipmentCreated } from '../items/equipment.events.ts';
import { type EquipmentDraft, type EquipmentFacts, readDraft } from './equipment-draft.rules.ts';
import { findRecord } from './equipment-record.reader.ts';
import { writeStewards } from './write-stewards.service.ts';
import { writeUnits } from './write-units.service.ts';

export interface CreateEquipment extends EquipmentDraft, Repeatable {
  readonly centreId: string;
  readonly typeKey: string;
}

/**
 * Enters a machine of a type as a draft, which its centre alone sees. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN,
 * IDEMPOTENCY_KEY_REUSED.
 */
export async function createEquipment(ctx: Context, input: CreateEquipment): Promise<Done> {
  confirmed(ctx);
  const { centreId, typeKey, stewardIds } = input;
  const centre = isId(centreId) ? (await readCentres(ctx, [centreId])).get(centreId) : undefined;
  if (!centre) throw notFound();
  if (!may(ctx.actor, 'edit-equipment', centreId)) throw new DomainError('FORBIDDEN');
  const type = (await readEquipmentTypes(ctx, [typeKey])).get(typeKey);
  if (!type) throw badInput([{ field: 'typeKey', message: { key: 'equipment.typeUnknown' } }]);
  const { facts, problems } = readDraft(input, type.attributes);
  if (problems.length > 0) throw badInput(problems);
  return transact(ctx, (tx) =>
    idempotent<undefined>(tx, 'createEquipment', input, async (id) => {
      await enter(tx, { id, centreId, typeKey, facts, stewardIds });
      return undefined;
    }),
  );
}

/** Copies everything but units' names, serial numbers and what is said of one machine alone; the copy is a draft. */
export async function duplicateEquipment(
  ctx: Context,
  input: { readonly equipmentId: string } & Repeatable,
): Promise<Done> {
  confirmed(ctx);
  const source = await findRecord(ctx, input.equipmentId, 'edit-equipment');
  const { centreId, typeKey, stewardIds, units, ...facts } = source;
  return transact(ctx, (tx) =>
    idempotent<undefined>(tx, 'duplicateEquipment', input, async (id) => {
      const stored = await tx.em.findOneOrFail(Equipment, { id: source.id });
      const { audience, approval, gridMinutes, minimumMinutes, maximumMinutes } = stored;
      const { leadMinutes, horizonDays, bufferBeforeMinutes, bufferAfterMinutes } = stored;
      const rules = {
        ...{ audience, approval, gridMinutes, minimumMinutes, maximumMinutes },
        ...{ leadMinutes, horizonDays, bufferBeforeMinutes, bufferAfterMinutes },
      };
      const blank = units.map(() => ({ id: null, name: null, serial: '' }));
      await enter(tx, { id, centreId, typeKey, facts: { ...facts, units: blank }, stewardIds, rules });
      return undefined;
    }),
  );
}

interface Entered {
  readonly id: string;
  readonly centreId: string;
  readonly typeKey: string;
  readonly facts: EquipmentFacts;
  readonly stewardIds: readonly string[];
  /** Those of a new machine where left out. */
  readonly rules?: BookingRules;
}

async function enter(tx: Context, { id, centreId, typeKey, facts, stewardIds, rules }: Entered): Promise<void> {
  const { name, description, translations, room, attributes } = facts;
  tx.em.create(Equipment, {
    ...{ id, name, description, room, attributes, translations: { ...translations }, ...rules },
    centre: tx.em.getReference(Centre, centreId),
    type: tx.em.getReference(EquipmentType, typeKey),
    ...{ state: 'draft', withdrawnAt: tx.now, createdAt: tx.now },
  });
  await tx.em.flush();
  await writeUnits(tx, id, { known: [], given: facts.units });
  await writeStewards(tx, { equipmentId: id, centreId, known: [], given: stewardIds });
  record(tx, equipmentCreated({ id, centreId, state: 'draft', after: { type: typeKey, name } }));
}
