/** The form that books is fetched with the page where a time is picked, else once one is. */
export const load = async ({ data }) => ({
  ...data,
  BookForm: data.picking.pick ? (await import('./book-form.svelte')).default : undefined,
});
