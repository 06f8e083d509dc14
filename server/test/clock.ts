/** A moment on a Wednesday, 10:00 in Vilnius, far from any change of clocks. */
export const defaultNow = new Date('2026-11-25T08:00:00Z');
