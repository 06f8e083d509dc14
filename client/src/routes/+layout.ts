import { loadMessages } from '#lib/i18n/load.ts';

export const load = async ({ data, route }) => ({
  ...data,
  messages: await loadMessages(data.locale, route.id),
});
