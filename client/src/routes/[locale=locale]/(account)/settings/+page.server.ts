import {
  type EmailCategory,
  emailCategories,
} from '@talka/server/modules/notifications/email-stops/email-stop.enums.ts';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { themes } from '#lib/features/layout/theme.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { several } from '#lib/forms/schema.server.ts';

const EmailLanguage = graphql(`query EmailLanguage { me { locale emailSettings { category stopped } } }`);
const SetEmailLanguage = graphql(
  `mutation SetEmailLanguage($locale: Locale!) { updateProfile(input: { locale: $locale }) { person { id } locale } }`,
);
const SetEmailSettings = graphql(
  `mutation SetEmailSettings($input: [EmailSettingInput!]!) { changeEmailSettings(input: $input) { email emailSettings { category stopped } } }`,
);
const year = 60 * 60 * 24 * 365;

const categoryNames = emailCategories.map((each) => each.toUpperCase() as Uppercase<EmailCategory>);
const categories = several.pipe(z.array(z.enum(categoryNames)));

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(EmailLanguage);
  return { emailLanguage: me?.locale ?? null, emailSettings: me?.emailSettings ?? [] };
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
  // `listed` names every box of the form, since a browser sends only those that are ticked.
  emailSettings: action(
    z.object({ listed: categories, wanted: categories }),
    SetEmailSettings,
    ({ listed, wanted }) => ({
      input: listed.map((category) => ({ category, stopped: !wanted.includes(category) })),
    }),
    () => ({ saved: true }),
  ),
};
