import { Field, Float, InputType } from 'type-graphql';

@InputType('NearInput', { description: 'A circle on the map.' })
export class NearInput {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude: number;

  @Field(() => Float, { nullable: true, description: 'Kilometres, at most 500; 25 where left out.' })
  within?: number | null;
}
