import { Booking } from '../../src/modules/booking/bookings/booking.entity.ts';
import type { BookingState, EndingParty } from '../../src/modules/booking/bookings/booking.enums.ts';
import { Hold } from '../../src/modules/booking/holds/hold.entity.ts';
import { tokenHashOf } from '../../src/modules/booking/holds/hold.reader.ts';
import { holdUntil } from '../../src/modules/booking/holds/hold.rules.ts';
import { Occupancy } from '../../src/modules/booking/occupancy/occupancy.entity.ts';
import { Offer } from '../../src/modules/booking/offers/offer.entity.ts';
import { offerUntil } from '../../src/modules/booking/offers/offer.rules.ts';
import { Centre } from '../../src/modules/directory/centres/centre.entity.ts';
import type { BookingRules } from '../../src/modules/equipment/items/booking-rules.rules.ts';
import { Equipment } from '../../src/modules/equipment/items/equipment.entity.ts';
import { Unit } from '../../src/modules/equipment/units/unit.entity.ts';
import { Organisation } from '../../src/modules/organisations/profile/organisation.entity.ts';
import { Person } from '../../src/modules/people/persons/person.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

export interface BookingDraft {
  unit: string;
  booker: string;
  /** Instants, ISO 8601. */
  from: string;
  until: string;
  /** Whom the booker acted for. */
  organisation?: string;
  actingCentre?: string;
  purpose?: string;
  state?: BookingState;
  /** Why it was cancelled. */
  reason?: string;
  /** Until when a request waits; until its start where left out. */
  answerBy?: Date;
  /** Whether somebody was checked in, of what is over. */
  used?: boolean;
}

/** Books a unit, or notes a booking that has ended, past the rules but not past the database; returns the booking's id. */
export async function makeBooking(world: World, draft: BookingDraft): Promise<string> {
  const em = world.em();
  const unit = await em.findOneOrFail(Unit, { id: draft.unit }, { populate: ['equipment'] });
  const { equipment } = unit;
  const fell = draft.state === 'cancelled' || draft.state === 'declined';
  const over = fell || draft.state === 'no_show';
  const came = draft.state === 'checked_in' || (draft.state === 'completed' && draft.used === true);
  const booker = em.getReference(Person, draft.booker);
  const booking = em.create(Booking, {
    id: newId(),
    equipment: em.getReference(Equipment, equipment.id),
    unit,
    startsAt: new Date(draft.from),
    endsAt: new Date(draft.until),
    state: draft.state ?? 'confirmed',
    booker,
    organisation: draft.organisation === undefined ? null : em.getReference(Organisation, draft.organisation),
    actingCentre: draft.actingCentre === undefined ? null : em.getReference(Centre, draft.actingCentre),
    purpose: draft.purpose ?? '',
    terms: termsOf(equipment),
    createdAt: world.now,
    answerBy: draft.state === 'requested' ? (draft.answerBy ?? new Date(draft.from)) : null,
    endingAt: over ? world.now : null,
    checkedInAt: came ? new Date(draft.from) : null,
    finishedAt: draft.state === 'completed' ? new Date(draft.until) : null,
    endingBy: over ? endingPartyOf[draft.state ?? ''] : null,
    endingReason: draft.reason ?? '',
    endingPerson: draft.state === 'cancelled' ? booker : null,
  });
  const before = equipment.bufferBeforeMinutes * 60_000;
  const after = equipment.bufferAfterMinutes * 60_000;
  const start = new Date(booking.startsAt.getTime() - before).toISOString();
  const end = new Date(booking.endsAt.getTime() + after).toISOString();
  em.create(Occupancy, {
    id: newId(),
    unit,
    during: `[${start},${end})`,
    kind: 'booking',
    blocking: !fell,
    booking,
  });
  await em.flush();
  return booking.id;
}

const endingPartyOf: Record<string, EndingParty> = { cancelled: 'holder', declined: 'deadline', no_show: 'staff' };

export interface HoldDraft {
  unit: string;
  /** Instants, ISO 8601. */
  from: string;
  until: string;
  /** Whose it is; nobody's yet where left out. */
  person?: string | undefined;
  /** Whether it was let go again; one stands at most for a person. */
  released?: boolean;
}

/** Holds a unit from now on, past the rules but not past the database; returns the secret of the hold. */
export async function makeHold(
  world: World,
  { unit: unitId, from, until, person, released = false }: HoldDraft,
): Promise<string> {
  const em = world.em();
  const unit = await em.findOneOrFail(Unit, { id: unitId });
  const token = newId();
  const expiresAt = holdUntil(world.now);
  const hold = em.create(Hold, {
    id: newId(),
    tokenHash: tokenHashOf(token),
    person: person === undefined ? null : em.getReference(Person, person),
    equipment: unit.equipment,
    unit,
    startsAt: new Date(from),
    endsAt: new Date(until),
    createdAt: world.now,
    expiresAt,
    state: released ? 'released' : 'held',
  });
  em.create(Occupancy, {
    id: newId(),
    unit,
    during: `[${from},${until})`,
    kind: 'hold',
    blocking: !released,
    hold,
    expiresAt,
  });
  await em.flush();
  return token;
}

export interface OfferDraft {
  unit: string;
  person: string;
  /** The booking that had to give way. */
  booking: string;
  /** Instants, ISO 8601. */
  from: string;
  until: string;
}

/** Keeps a time for somebody whose booking had to give way; returns the offer's id. */
export async function makeOffer(
  world: World,
  { unit: unitId, person, booking, from, until }: OfferDraft,
): Promise<string> {
  const em = world.em();
  const unit = await em.findOneOrFail(Unit, { id: unitId });
  const expiresAt = offerUntil(world.now, new Date(from));
  const offer = em.create(Offer, {
    ...{
      id: newId(),
      kind: 'instead',
      unit,
      equipment: unit.equipment,
      state: 'open',
      createdAt: world.now,
      expiresAt,
    },
    ...{ startsAt: new Date(from), endsAt: new Date(until) },
    booking: em.getReference(Booking, booking),
    person: em.getReference(Person, person),
  });
  em.create(Occupancy, {
    ...{ id: newId(), unit, during: `[${from},${until})`, kind: 'offer', blocking: true, offer, expiresAt },
  });
  await em.flush();
  return offer.id;
}

const termsOf = (rules: BookingRules): BookingRules => ({
  audience: rules.audience,
  approval: rules.approval,
  leadMinutes: rules.leadMinutes,
  horizonDays: rules.horizonDays,
  gridMinutes: rules.gridMinutes,
  minimumMinutes: rules.minimumMinutes,
  maximumMinutes: rules.maximumMinutes,
  bufferBeforeMinutes: rules.bufferBeforeMinutes,
  bufferAfterMinutes: rules.bufferAfterMinutes,
});
