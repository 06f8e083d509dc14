import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { href } from '#lib/i18n/locale.ts';

const OneOffer = graphql(`
  query OneOffer($id: ID!) {
    timeOffer(id: $id) {
      id kind state startsAt endsAt expiresAt message
      unit { id name }
      equipment { id name unitCount centre { name zone city { name } } }
      booking { id startsAt endsAt state equipment { name } }
    }
  }
`);

const TakeOffer = graphql(`
  mutation TakeOffer($id: ID!) {
    takeTimeOffer(id: $id) {
      __typename
      ... on Booked { booking { id } }
      ... on BookingRefused { reasons { condition message remedy } }
    }
  }
`);

const DeclineOffer = graphql(`mutation DeclineOffer($id: ID!) { declineTimeOffer(id: $id) { id } }`);

// Scanners of letters follow links: opening the page answers nothing.
export const load = async ({ locals, params }) => {
  const { timeOffer } = await locals.graphql.query(OneOffer, { id: params.id });
  return { offer: timeOffer };
};

export const actions = {
  take: action(
    z.object({}),
    TakeOffer,
    (_typed, { params }) => ({ id: params.id }),
    ({ takeTimeOffer: answer }, { locals }) =>
      answer.__typename === 'BookingRefused'
        ? fail(409, { reasons: answer.reasons })
        : redirect(303, href(locals.locale, `/bookings/${answer.booking.id}`)),
  ),
  decline: action(
    z.object({}),
    DeclineOffer,
    (_typed, { params }) => ({ id: params.id }),
    (_data, { locals, params }) => redirect(303, href(locals.locale, `/offers/${params.id}`)),
  ),
};
