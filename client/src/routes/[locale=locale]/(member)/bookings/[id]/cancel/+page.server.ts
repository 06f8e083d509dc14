import { OneBooking } from '#lib/features/booking/booking.documents.ts';
import { cancel } from '../cancel.server.ts';

// Scanners of letters follow links: opening the page changes nothing.
export const load = async ({ locals, params }) => {
  const { booking } = await locals.graphql.query(OneBooking, { id: params.id });
  return { booking, now: Date.now() };
};

export const actions = { cancel };
