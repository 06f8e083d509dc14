import { defineEntity, p } from '@mikro-orm/core';
import type { PictureSize } from '../../../platform/pictures/photographs/photograph.rules.ts';

/** One picture, whatever shows it: the same content is kept once. */
const PictureSchema = defineEntity({
  name: 'Picture',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of its master, and the folder of its files. */
    hash: p.string().length(64).unique(),
    width: p.integer(),
    height: p.integer(),
    /** The colour that stands for it until it is there: `#8a7f6c`. */
    colour: p.string().length(7),
    /** The files that were made of it. */
    sizes: p.json<PictureSize[]>(),
    /** Of all its files. */
    bytes: p.integer(),
    createdAt: p.datetime(),
    /** Since when nothing shows it; null while something does. */
    unusedSince: p.datetime().nullable(),
  },
  indexes: [{ properties: ['unusedSince'] }],
});
export class Picture extends PictureSchema.class {}
PictureSchema.setClass(Picture);
