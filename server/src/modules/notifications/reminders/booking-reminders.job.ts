import { defineQueue } from '../../../platform/jobs/queue.ts';
import { remindOfBookings } from './remind-of-bookings.service.ts';

/** Reminds of bookings the day before. */
export const bookingReminders = defineQueue({
  name: 'booking-reminders',
  schedule: '*/5 * * * *',
  alone: true,
  retries: 2,
  waitsAtMost: 1,
  handle: (_data, { ctx, signal }) => remindOfBookings(ctx, signal),
});
