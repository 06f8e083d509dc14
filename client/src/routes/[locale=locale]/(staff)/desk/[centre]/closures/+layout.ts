import { withMessages } from '#lib/i18n/load.ts';

export const load = withMessages('closures', 'impact', 'hours');
