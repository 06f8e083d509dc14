/** What a picked time asks for comes with the page where there is one. */
export const load = async ({ data }) => ({
  ...data,
  parts: data.picking.pick ? await import('#lib/features/booking/picker/picked-parts.ts') : undefined,
});
