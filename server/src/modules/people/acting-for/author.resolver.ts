import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { readPeople } from '../persons/person.reader.ts';
import { PersonObject } from '../persons/person.type.ts';
import { AuthorObject } from './author.type.ts';
import { loadParty, type PartyRow } from './party.reader.ts';
import { PartyUnion } from './party.type.ts';

@Resolver(() => AuthorObject)
export class AuthorResolver {
  @FieldResolver(() => PersonObject, { nullable: true, description: 'The person; null where the account was erased.' })
  async person(@Root() author: AuthorObject, @Ctx() ctx: Context): Promise<PersonObject | null> {
    return author.personId === null ? null : ((await load(ctx, readPeople, author.personId)) ?? null);
  }

  @FieldResolver(() => PartyUnion, { nullable: true, description: 'For whom they acted; null for themselves.' })
  actingFor(@Root() author: AuthorObject, @Ctx() ctx: Context): Promise<PartyRow | null> {
    return loadParty(ctx, author);
  }
}
