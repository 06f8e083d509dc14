import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { CentreModelEnum } from '../centres/centre-enums.type.ts';
import type { CentrePoint } from './centre-points.reader.ts';

@Allow(asParent)
@ObjectType('CentrePoint', { description: 'A centre as a point on a map.' })
export class CentrePointObject implements CentrePoint {
  @Field(() => ID, { description: 'Id of the centre.' })
  id: string;

  @Field(() => String, { description: 'The word in its address.' })
  slug: string;

  @Field(() => String, { description: 'Its own name.' })
  name: string;

  @Field(() => CentreModelEnum, { description: 'What kind of centre it is.' })
  model: CentreModel;

  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;
}
