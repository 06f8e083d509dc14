import { withMessages } from '#lib/i18n/load.ts';

export const load = withMessages('desk', 'day', 'booking', 'picked', 'stage', 'undo', 'equipment');
