import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../modules/people/persons/person.entity.ts';

/** What somebody did and may take back for a minute, with what it was before. */
const UndoStepSchema = defineEntity({
  name: 'UndoStep',
  properties: {
    id: p.uuid().primary(),
    /** Who did it, and alone may take it back. */
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    act: p.string().length(40),
    /** What it was done to. */
    objectId: p.uuid(),
    /** What whoever takes it back needs to know. */
    before: p.json<Readonly<Record<string, unknown>>>(),
    doneAt: p.datetime(),
    undoneAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['person', 'doneAt'] }, { properties: ['doneAt'] }],
});
export class UndoStep extends UndoStepSchema.class {}
UndoStepSchema.setClass(UndoStep);
