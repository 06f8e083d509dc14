import { withMessages } from '#lib/i18n/load.ts';

export const load = withMessages('equipment', 'free', 'membership', 'usable', 'post');
