import { fail } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { isTheme } from '#lib/ui/theme.ts';

const Letters = graphql(`query Letters { me { locale } }`);
const SetLetters = graphql(
  `mutation SetLetters($locale: Locale!) { updateProfile(input: { locale: $locale }) { person { id } locale } }`,
);
const year = 60 * 60 * 24 * 365;

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(Letters);
  return { letters: me?.locale ?? null };
};

export const actions = {
  theme: async (event) => {
    const { theme } = await fields(event, 'theme');
    if (!isTheme(theme)) return fail(400, { problem: undefined });
    const secure = event.url.protocol === 'https:';
    event.cookies.set('theme', theme, { maxAge: year, sameSite: 'lax', secure });
    event.locals.theme = theme;
    return { saved: true };
  },
  letters: async (event) => {
    const { locale } = await fields(event, 'locale');
    if (locale !== 'LT' && locale !== 'EN') return fail(400, { problem: undefined });
    const result = await event.locals.graphql.mutate(SetLetters, { locale });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    return { saved: true };
  },
};
