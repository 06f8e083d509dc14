import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { readPeople } from '../persons/person.reader.ts';
import { PersonType } from '../persons/person.type.ts';
import { AuthorType } from './author.type.ts';
import { loadParty, type PartyRow } from './party.reader.ts';
import { PartyUnion } from './party.type.ts';

@Resolver(() => AuthorType)
export class AuthorResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'The person; null where the account was erased.' })
  async person(@Root() author: AuthorType, @Ctx() ctx: Context): Promise<PersonType | null> {
    return author.personId === null ? null : ((await load(ctx, readPeople, author.personId)) ?? null);
  }

  @FieldResolver(() => PartyUnion, { nullable: true, description: 'For whom they acted; null for themselves.' })
  actingFor(@Root() author: AuthorType, @Ctx() ctx: Context): Promise<PartyRow | null> {
    return loadParty(ctx, author);
  }
}
