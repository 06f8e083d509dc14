import { withMessages } from '#lib/i18n/load.ts';

export const load = withMessages('booking', 'equipment', 'offers');
