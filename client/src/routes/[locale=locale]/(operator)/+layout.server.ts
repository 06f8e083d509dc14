import { forbid, signInFirst } from '#lib/api/load.server.ts';

/** The works of the installation are for those who operate it. */
export const load = async (event) => {
  const { me } = await event.parent();
  if (!me) signInFirst(event);
  return me.operator ? { me } : forbid();
};
