import { fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { loadPicking } from '#lib/features/booking/picker/picking.server.ts';
import { slotOf } from '#lib/features/booking/picker/slots.server.ts';
import { AlternativeFields, ReasonFields } from '#lib/features/booking/timeline.documents.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';
import { EquipmentPage } from './equipment.documents.ts';

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
  const { locals, params } = event;
  const { equipment } = await locals.graphql.query(EquipmentPage, { id: params.id });
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
