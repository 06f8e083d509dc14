import { defineEntity, p } from '@mikro-orm/core';

/** What one installation remembers about itself, one row a fact. */
const InstallationFactSchema = defineEntity({
  name: 'InstallationFact',
  properties: {
    key: p.string().length(60).primary(),
    value: p.json<unknown>(),
  },
});
export class InstallationFact extends InstallationFactSchema.class {}
InstallationFactSchema.setClass(InstallationFact);
