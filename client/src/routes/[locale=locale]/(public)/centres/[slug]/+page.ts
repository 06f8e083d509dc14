import { joinStateOf, maySend } from '#lib/features/membership/join-state.rules.ts';

/** The forms of membership come with the page for those who may ask, or have asked. */
export const load = async ({ data }) => {
  const state = joinStateOf(data.centre);
  const sends = maySend(state) || state === 'waiting';
  return { ...data, forms: sends ? await import('#lib/features/membership/join-forms.ts') : undefined };
};
