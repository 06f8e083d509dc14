import { forbid, signInFirst } from '#lib/api/load.server.ts';

/** The desks of centres are for those who run one; whose desk it is the API decides. */
export const load = async (event) => {
  const { me } = await event.parent();
  if (!me) signInFirst(event);
  return me.desks.length > 0 ? { me } : forbid();
};
