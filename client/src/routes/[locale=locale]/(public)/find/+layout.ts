import { withMessages } from '#lib/i18n/load.ts';

export const load = withMessages('find', 'make', 'usable', 'equipment');
