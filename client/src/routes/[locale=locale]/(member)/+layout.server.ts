import { signInFirst } from '#lib/api/load.server.ts';

/** What is somebody's own: a visitor signs in first and comes back. */
export const load = async (event) => {
  const { me } = await event.parent();
  return { me: me ?? signInFirst(event) };
};
