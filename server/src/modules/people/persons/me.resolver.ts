import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { partiesOf } from '../../../access/acting.policy.ts';
import type { Member } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone, members } from '../../../platform/graphql/policy.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { type CityRow, readCities } from '../../directory/cities/city.reader.ts';
import { CityObject } from '../../directory/cities/city.type.ts';
import { loadActingFor, type PartyRow } from '../acting-for/party.reader.ts';
import { PartyUnion } from '../acting-for/party.type.ts';
import { readMandates, readMemberships } from '../memberships/membership.reader.ts';
import { MandateObject, MembershipObject } from '../memberships/membership.type.ts';
import { updateProfile } from './me.service.ts';
import { LocaleEnum, MeObject, themselves, UpdateProfileInput } from './me.type.ts';
import { readLocales, readPeople } from './person.reader.ts';
import { PersonObject } from './person.type.ts';

const present = <Thing>(thing: Thing | null | undefined): thing is Thing => thing !== null && thing !== undefined;

@Resolver(() => MeObject)
export class MeResolver {
  @Allow(everyone)
  @Query(() => MeObject, { nullable: true, description: 'The signed-in person; null for a visitor.' })
  me(@Ctx() ctx: Context): Member | null {
    return ctx.actor.kind === 'member' ? ctx.actor : null;
  }

  @Allow(members)
  @Mutation(() => MeObject, { description: 'Changes one’s own name or the language of e-mails.' })
  updateProfile(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateProfileInput, { description: 'What changes.' }) input: UpdateProfileInput,
  ): Promise<Member> {
    return updateProfile(ctx, input);
  }

  @Allow(themselves)
  @FieldResolver(() => PersonObject, { description: 'What others see of the person.' })
  person(@Root() me: Member, @Ctx() ctx: Context): Promise<PersonObject | undefined> {
    return load(ctx, readPeople, me.personId);
  }

  @Allow(themselves)
  @FieldResolver(() => LocaleEnum, { description: 'The language of e-mails.' })
  locale(@Root() me: Member, @Ctx() ctx: Context): Promise<Locale | undefined> {
    return load(ctx, readLocales, me.personId);
  }

  @Allow(themselves)
  @FieldResolver(() => [MembershipObject], {
    complexity: rows(5),
    description: 'Memberships that hold now, oldest first.',
  })
  async memberships(@Root() me: Member, @Ctx() ctx: Context): Promise<MembershipObject[]> {
    return (await load(ctx, readMemberships, me.personId)) ?? [];
  }

  @Allow(themselves)
  @FieldResolver(() => [MandateObject], { complexity: rows(5), description: 'Mandates that hold now, oldest first.' })
  async mandates(@Root() me: Member, @Ctx() ctx: Context): Promise<MandateObject[]> {
    return (await load(ctx, readMandates, me.personId)) ?? [];
  }

  @Allow(themselves)
  @FieldResolver(() => [CityObject], { complexity: rows(5), description: 'Cities the person coordinates, by name.' })
  async coordinates(@Root() me: Member, @Ctx() ctx: Context): Promise<CityRow[]> {
    const cities = await Promise.all(me.cityIds.map((id) => load(ctx, readCities, id)));
    return byName(cities.filter(present), ctx.locale);
  }

  @Allow(themselves)
  @FieldResolver(() => PartyUnion, {
    nullable: true,
    description: 'For whom the person acts now; null for themselves.',
  })
  actingFor(@Root() me: Member, @Ctx() ctx: Context): Promise<PartyRow | null> {
    return loadActingFor(ctx, me.actingFor);
  }

  @Allow(themselves)
  @FieldResolver(() => [PartyUnion], { complexity: rows(10), description: 'Everyone the person may act for, by name.' })
  async mayActFor(@Root() me: Member, @Ctx() ctx: Context): Promise<PartyRow[]> {
    const parties = await Promise.all(partiesOf(me).map((choice) => loadActingFor(ctx, choice)));
    return byName(parties.filter(present), ctx.locale);
  }
}

const byName = <Named extends { name: string }>(things: Named[], locale: Locale): Named[] =>
  things.sort((a, b) => a.name.localeCompare(b.name, locale));
