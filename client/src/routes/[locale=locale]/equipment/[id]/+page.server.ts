import { fail, redirect } from '@sveltejs/kit';
import { AlternativeFields, ReasonFields } from '#lib/booking/documents.ts';
import { statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { href } from '#lib/i18n/locale.ts';
import { fields } from '#lib/server/fields.ts';
import { loadPicking } from '#lib/server/picking.ts';
import { slotOf } from '#lib/server/slots.ts';

const EquipmentPage = graphql(`
  query EquipmentPage($id: ID!) {
    equipment(id: $id) {
      id name description
      type { key name group induction }
      centre {
        slug name zone
        city { slug name }
        openingExceptions { id kind startsOn endsOn opens closes yearly message }
      }
      units { id name }
      rules {
        audience gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays
        bufferBeforeMinutes bufferAfterMinutes
      }
      openingHours { weekday opens closes }
      nextFree { startsAt endsAt }
      viewerCan { book bookRefusal { condition message remedy } }
    }
  }
`);

const BookEquipment = graphql(
  `
    mutation BookEquipment($input: BookEquipmentInput!) {
      bookEquipment(input: $input) {
        __typename
        ... on Booked { booking { id } }
        ... on BookingRefused { reasons { ...ReasonFields } alternatives { ...AlternativeFields } }
      }
    }
  `,
  [ReasonFields, AlternativeFields],
);

export const load = async (event) => {
  const { equipment } = await event.locals.graphql.query(EquipmentPage, { id: event.params.id });
  const next = equipment.nextFree && slotOf(equipment.nextFree, equipment, undefined);
  return { equipment, next, picking: await loadPicking(event, equipment) };
};

export const actions = {
  book: async (event) => {
    const { startsAt, endsAt, unitId, purpose, key } = await fields(
      event,
      'startsAt',
      'endsAt',
      'unitId',
      'purpose',
      'key',
    );
    const input = {
      equipmentId: event.params.id,
      unitId: unitId || null,
      startsAt,
      endsAt,
      purpose: purpose.trim() || null,
      idempotencyKey: key,
    };
    const result = await event.locals.graphql.mutate(BookEquipment, { input });
    if (!result.ok) return fail(statusOf[result.problem.code], { purpose, problem: result.problem });
    const { bookEquipment } = result.data;
    if (bookEquipment.__typename === 'BookingRefused') return fail(409, { purpose, reasons: bookEquipment.reasons });
    redirect(303, `${href(event.locals.locale, `/bookings/${bookEquipment.booking.id}`)}?done=booked`);
  },
};
