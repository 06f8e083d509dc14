import { Field, ID, InputType } from 'type-graphql';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { CentreRoleEnum } from '../../people/memberships/membership.type.ts';

@InputType({ description: 'Whose role changes, and to what.' })
export class ChangeRoleInput {
  @Field(() => ID, { description: 'The membership.' })
  membershipId: string;

  @Field(() => CentreRoleEnum, { description: 'What the person is from now on; nothing above one’s own role.' })
  role: CentreRole;

  @Field(() => CentreRoleEnum, {
    description: 'What the person was when this was decided; CONFLICT where that changed meanwhile.',
  })
  from: CentreRole;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for those who answer for the centre; up to 400 characters.',
  })
  reason?: string | null;
}
