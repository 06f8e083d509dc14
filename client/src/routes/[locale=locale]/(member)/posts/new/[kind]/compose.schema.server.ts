import * as z from 'zod';
import { postSubjects } from '#lib/features/posts/post-kinds.ts';
import { postLanguages } from '#lib/features/posts/post-languages.ts';
import { oneOf, several, text } from '#lib/forms/schema.server.ts';
import { audiences, textFields } from './compose.rules.ts';

type TextField = (typeof textFields)[number];

/** The composed post as its form sends it; a choice that the page never offered becomes the first one. */
export const Composed = z.object({
  ...(Object.fromEntries(textFields.map((name) => [name, text])) as Record<TextField, typeof text>),
  language: text.transform((language) => (language in postLanguages ? language : 'lt')),
  audience: oneOf(audiences),
  subject: oneOf(postSubjects),
  terms: oneOf(['OPEN', 'GIFT', 'SWAP', 'PAID']),
  remote: text.transform((value) => value !== ''),
  equipmentTypes: several,
});
