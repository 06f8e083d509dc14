import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { themes } from '#lib/ui/theme.ts';

const EmailLanguage = graphql(`query EmailLanguage { me { locale } }`);
const SetEmailLanguage = graphql(
  `mutation SetEmailLanguage($locale: Locale!) { updateProfile(input: { locale: $locale }) { person { id } locale } }`,
);
const year = 60 * 60 * 24 * 365;

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(EmailLanguage);
  return { emailLanguage: me?.locale ?? null };
};

export const actions = {
  theme: async (event) => {
    const { theme } = (await readForm(event, z.object({ theme: z.enum(themes) }))).values;
    const secure = event.url.protocol === 'https:';
    event.cookies.set('theme', theme, { maxAge: year, sameSite: 'lax', secure });
    event.locals.theme = theme;
    return { saved: true };
  },
  emailLanguage: action(
    z.object({ locale: z.enum(['LT', 'EN']) }),
    SetEmailLanguage,
    ({ locale }) => ({ locale }),
    () => ({ saved: true }),
  ),
};
