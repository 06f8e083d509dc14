import { untrack } from 'svelte';
import { subscribe } from '#lib/api/live.ts';
import { invalidateAll } from '$app/navigation';
import { BookingChanges, MyBookingChanges } from './booking.documents.ts';

/** Loads the page anew whenever its booking changes, from `cursor` on; call it while a component is made. */
export function keepBookingCurrent(bookingId: () => string, cursor: () => string): void {
  $effect(() => subscribe({ document: BookingChanges, variables: { bookingId: bookingId() }, ...anew(cursor) }));
}

/** The same for a list of one's own bookings. */
export function keepMyBookingsCurrent(cursor: () => string): void {
  $effect(() => subscribe({ document: MyBookingChanges, ...anew(cursor) }));
}

// The place of the first load: the stream goes on from there, whatever is loaded later.
const anew = (cursor: () => string) => ({
  cursor: untrack(cursor),
  onUpdate: () => void invalidateAll(),
  onGap: () => void invalidateAll(),
  onRevoked: () => void invalidateAll(),
});
