import type { ApprovalNeed, BookingAudience } from './equipment.enums.ts';

/** Who may book an equipment and when: one shape on the server, in the picker, and frozen in each booking. */
export interface BookingRules {
  readonly audience: BookingAudience;
  /** Whose bookings wait for the centre's staff to agree. */
  readonly approval: ApprovalNeed;
  /** Bookings start on multiples of this many minutes after local midnight. */
  readonly gridMinutes: number;
  readonly minimumMinutes: number;
  readonly maximumMinutes: number;
  /** A booking is made at least this many minutes before it starts. */
  readonly leadMinutes: number;
  /** A booking starts at most this many local days ahead. */
  readonly horizonDays: number;
  /** Set-up time kept free before each booking. */
  readonly bufferBeforeMinutes: number;
  /** Clean-up time kept free after each booking. */
  readonly bufferAfterMinutes: number;
}
