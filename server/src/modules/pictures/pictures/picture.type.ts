import { Field, ID, Int, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { PictureFormat } from '../../../platform/pictures/photographs/photograph.rules.ts';
import type { PictureSubjectType } from '../subjects/subject.enums.ts';

export const PictureSubjectEnum = enumOf<PictureSubjectType>('PictureSubject', 'What pictures show.', {
  centre: 'A centre.',
  equipment: 'Equipment or a space of a centre.',
  organisation: 'A firm, association or community group.',
  person: 'A person: their portrait.',
});

const PictureFormatEnum = enumOf<PictureFormat>('PictureFormat', 'How a file of a picture is written.', {
  webp: 'WebP, which every browser reads.',
  avif: 'AVIF, which is smaller and made a little later.',
});

@Allow(asParent)
@ObjectType('PictureFile', { description: 'A file of a picture in one size.', simpleResolvers: true })
export class PictureFileObject {
  @Field(() => String, { description: 'Where it is, from the root of this site; it never changes.' })
  url: string;

  @Field(() => PictureFormatEnum, { description: 'How it is written.' })
  format: PictureFormat;

  @Field(() => Int, { description: 'Its width in pixels.' })
  width: number;

  @Field(() => Int, { description: 'Its height in pixels.' })
  height: number;
}

@Allow(asParent)
@ObjectType('PictureText', { description: 'What a picture shows, in one language.', simpleResolvers: true })
export class PictureTextObject {
  @Field(() => String, { description: 'BCP 47 tag of the language.' })
  language: string;

  @Field(() => String, { description: 'What is to be seen, for those who do not see it.' })
  text: string;
}

@Allow(asParent)
@ObjectType('Picture', { description: 'A photograph or drawing of a thing, as it is shown there.' })
export class PictureObject {
  @Field(() => ID, { description: 'The picture at this place.' })
  id: string;

  @Field(() => Int, { description: 'Width of the largest file in pixels.' })
  width: number;

  @Field(() => Int, { description: 'Height of the largest file in pixels.' })
  height: number;

  @Field(() => String, { description: 'The colour that stands for it until it is there, such as #8a7f6c.' })
  colour: string;

  @Field(() => String, { description: 'Who took or drew it; empty where nobody need be named.' })
  credit: string;

  @Field(() => Int, { description: 'What must stay in sight where it is cut: percent from the left.' })
  focusX: number;

  @Field(() => Int, { description: 'What must stay in sight where it is cut: percent from the top.' })
  focusY: number;

  @Field(() => Boolean, { description: 'Whether people can be recognised, who agreed to be shown.' })
  showsPeople: boolean;

  @Field(() => Int, { description: 'Counts the changes of what is said of it; send it back with a change.' })
  version: number;

  altTexts: Readonly<Record<string, string>>;
}

@Allow(asParent)
@ObjectType('PictureList', {
  description: 'The pictures of a thing, for those who look after it.',
  simpleResolvers: true,
})
export class PictureListObject {
  @Field(() => [PictureObject], {
    complexity: rows(12),
    description: 'In their order; the first stands for the thing.',
  })
  pictures: PictureObject[];

  @Field(() => Int, { description: 'How many it may have.' })
  most: number;

  @Field(() => Boolean, { description: 'Whether the asking person may add one.' })
  mayAdd: boolean;

  @Field(() => Boolean, { description: 'Whether the asking person may change and remove those of others.' })
  mayChange: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Megabytes that all files of its centre take of the 200 it has; null for what is no centre’s.',
  })
  usedMegabytes: number | null;
}
