import { withMessages } from '#lib/i18n/load.ts';

/** The list of a timeline is drawn here for whoever does without scripts; others fetch its words with it. */
export const load = withMessages('booking', 'equipment', ...(import.meta.env.SSR ? (['list'] as const) : []));
