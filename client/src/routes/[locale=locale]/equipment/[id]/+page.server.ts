import { fail, redirect } from '@sveltejs/kit';
import { AlternativeFields, ReasonFields } from '#lib/booking/documents.ts';
import { statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { href } from '#lib/i18n/locale.ts';
import { fields } from '#lib/server/fields.ts';
import { loadPicking } from '#lib/server/picking.ts';
import { slotOf } from '#lib/server/slots.ts';
import { EquipmentPage } from './equipment.documents.ts';
import { inWords } from './in-words.server.ts';

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
  const { locals, params, route } = event;
  const { equipment } = await locals.graphql.query(EquipmentPage, { id: params.id });
  const next = equipment.nextFree && slotOf(equipment.nextFree, equipment, undefined);
  const [picking, messages] = await Promise.all([loadPicking(event, equipment), loadMessages(locals.locale, route.id)]);
  const words = inWords(createI18n(locals.locale, messages, locals.zone), equipment, picking.today, next);
  return { equipment, words, picking };
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
