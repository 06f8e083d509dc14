import { loadMessages } from '#lib/i18n/load.ts';

const heldNotice = () => import('#lib/features/booking/hold/held-notice.svelte');

/** What a picked or held time asks for comes with the page where there is one, else once one is picked. */
export const load = async ({ data, parent, url }) => {
  const { me, locale, messages } = await parent();
  const picked = url.searchParams.has('from');
  return {
    ...data,
    parts: data.picking.pick ? await import('#lib/features/booking/picker/picked-parts.ts') : undefined,
    HeldNotice: data.picking.held ? (await heldNotice()).default : undefined,
    BookForm: picked && me ? (await import('./book-form.svelte')).default : undefined,
    Enter: picked && !me ? (await import('./enter.svelte')).default : undefined,
    messages: {
      ...messages,
      ...(picked ? await loadMessages(locale, 'picked', me ? 'book' : 'entry') : {}),
      ...(data.picking.held ? await loadMessages(locale, 'held') : {}),
    },
  };
};
