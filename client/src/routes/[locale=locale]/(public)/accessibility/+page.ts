import { withMessages } from '#lib/i18n/load.ts';

export const csr = false;
export const load = withMessages('accessibility');
