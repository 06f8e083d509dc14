import { loadMessages } from '#lib/i18n/load.ts';

export const load = async ({ data }) => ({ ...data, messages: await loadMessages(data.locale, 'common') });
