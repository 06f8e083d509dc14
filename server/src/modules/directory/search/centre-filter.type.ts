import { Field, InputType } from 'type-graphql';
import { NearInput } from '../../../platform/search/near.type.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { CentreModelEnum } from '../centres/centre-enums.type.ts';
import type { CentreInput } from './centre-filter.rules.ts';

@InputType('CentreFilter', { description: 'Which centres; everything given must hold.' })
export class CentreFilterInput implements CentreInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of name, city, summary, address or equipment; accents and small typing slips do not matter. ' +
      'At most 200 characters, of which the first five words count.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of a city.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2, such as LT.' })
  country?: string | null;

  @Field(() => [CentreModelEnum], { nullable: true, description: 'Any of these models; any at all where empty.' })
  models?: CentreModel[] | null;

  @Field(() => String, { nullable: true, description: 'Key of an equipment type that the centre has.' })
  equipmentType?: string | null;

  @Field(() => NearInput, { nullable: true, description: 'Inside this circle; the nearest come first.' })
  near?: NearInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True for those that are open at this moment.' })
  openNow?: boolean | null;
}
