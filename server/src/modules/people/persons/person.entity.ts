import { defineEntity, p } from '@mikro-orm/core';

const PersonSchema = defineEntity({
  name: 'Person',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(120),
    email: p.string().length(254).unique(),
    emailVerified: p.boolean().default(false),
    /** Whether signing in with a password asks for a code as well. */
    twoFactorEnabled: p.boolean().default(false),
    image: p.string().length(400).nullable(),
    /** The interface language the person chose, BCP 47. */
    locale: p.string().length(16).default('lt'),
    /** May run the installation: cities, imports, operators. Not a bypass of any centre's rules. */
    operator: p.boolean().default(false),
    /** An invented person of the demonstration network. */
    demonstration: p.boolean().default(false),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
