import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { pictureSubjectTypes } from '../subjects/subject.enums.ts';
import { Picture } from './picture.entity.ts';

/** A picture where it is shown: of what, in which place, in which words. */
const PictureUseSchema = defineEntity({
  name: 'PictureUse',
  properties: {
    id: p.uuid().primary(),
    picture: () => p.manyToOne(Picture).updateRule('cascade').deleteRule('restrict').index(),
    subjectType: p.enum(pictureSubjectTypes),
    subjectId: p.uuid(),
    /** The centre whose room for files it takes. */
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').nullable().index(),
    /** Whether everybody may look at it. */
    open: p.boolean(),
    /** The first is the one that stands for the thing. */
    position: p.smallint(),
    /** What must stay in sight where it is cut, in percent from the left and from the top. */
    focusX: p.smallint().default(50),
    focusY: p.smallint().default(50),
    /** What it shows, by language; for those who do not see it. */
    alt: p.json<Record<string, string>>(),
    /** Who took it, as it is told beside it; empty where nobody need be named. */
    credit: p.string().length(200).default(''),
    /** Whether people can be recognised, who then agreed to be shown. */
    showsPeople: p.boolean().default(false),
    addedBy: () => p.manyToOne(Person).updateRule('cascade').deleteRule('set null').nullable().index(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['subjectType', 'subjectId', 'position'] }],
  uniques: [{ properties: ['subjectType', 'subjectId', 'picture'] }],
});
export class PictureUse extends PictureUseSchema.class {}
PictureUseSchema.setClass(PictureUse);
