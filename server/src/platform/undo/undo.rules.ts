/** How long what was done may be taken back, in milliseconds; nobody is told of it before that. */
export const undoWindow = 60_000;

/** Until when something done at a moment may be taken back. */
export const undoableUntil = (at: Date): Date => new Date(at.getTime() + undoWindow);
