import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../people/persons/person.entity.ts';
import { emailCategories } from './email-stop.enums.ts';

/** The switch of a category of e-mails of one person, and the token with which its e-mails stop it in one click. */
const EmailStopSchema = defineEntity({
  name: 'EmailStop',
  properties: {
    person: () => p.manyToOne(Person).primary().updateRule('cascade').deleteRule('cascade'),
    category: p.enum(emailCategories).primary(),
    /** Opens this switch and nothing else; stands in every e-mail of the category. */
    token: p.string().length(43).unique(),
    /** Since when no e-mails of the category go out; null where they do. */
    stoppedAt: p.datetime().nullable(),
  },
});
export class EmailStop extends EmailStopSchema.class {}
EmailStopSchema.setClass(EmailStop);
