import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'What is said of a picture; a description in one language at least.' })
export class DescribePictureInput {
  @Field(() => ID, { description: 'The picture.' })
  id: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it has changed since.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'What it shows, in Lithuanian, 3 to 300 characters.' })
  altLt?: string | null;

  @Field(() => String, { nullable: true, description: 'What it shows, in English, 3 to 300 characters.' })
  altEn?: string | null;

  @Field(() => String, { description: 'Who took it, at most 200 characters; empty where nobody need be named.' })
  credit: string;

  @Field(() => Int, { description: 'What must stay in sight where it is cut: percent from the left, 0 to 100.' })
  focusX: number;

  @Field(() => Int, { description: 'What must stay in sight where it is cut: percent from the top, 0 to 100.' })
  focusY: number;

  @Field(() => Boolean, { description: 'Whether people can be recognised, who agreed to be shown.' })
  showsPeople: boolean;
}
