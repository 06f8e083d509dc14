import { vi } from 'vitest';

/** A moment on a Wednesday, 10:00 in Vilnius, far from any change of clocks. */
export const defaultNow = new Date('2026-11-25T08:00:00Z');

// `Date` belongs to the tests of a file and stands still until they set it, so that none can know the day. Timers are
// real, and so is `performance.now()`.
vi.useFakeTimers({ toFake: ['Date'], now: defaultNow });
