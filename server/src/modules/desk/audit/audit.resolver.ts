import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow } from '../../../platform/graphql/policy.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import { PersonObject } from '../../people/persons/person.type.ts';
import { DeskObject, whoMay } from '../desks/desk.type.ts';
import { auditKeyset, countAudit, listAudit, readAuditKinds } from './audit.reader.ts';
import { changesOf } from './audit.rules.ts';
import { AuditChangeObject, AuditEntryConnectionObject, AuditEntryObject, AuditKindObject } from './audit.type.ts';
import { auditWords } from './audit-words.ts';

/** Of the name of a kind, in characters. */
const longestKind = 60;

const wordsOf = (ctx: Context, kind: string): string => {
  const key = auditWords[kind];
  return key ? translate(ctx.locale, key) : kind;
};

@Resolver(() => DeskObject)
export class DeskAuditResolver {
  @Allow(whoMay('see-audit'))
  @FieldResolver(() => AuditEntryConnectionObject, {
    description:
      'Who did what at the centre in the last two years, newest first. NOT_FOUND for what can be no id or kind.',
  })
  async audit(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('personId', () => ID, { nullable: true, description: 'Only what this person did, or what was about them.' })
    personId: string | null,
    @Arg('kind', () => String, { nullable: true, description: 'Only acts of this kind.' }) kind: string | null,
    @Arg('objectId', () => ID, { nullable: true, description: 'Only what was about this thing.' })
    objectId: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<AuditEntryConnectionObject> {
    const request = pageRequest(first ?? 50, after, ['instant', 'id']);
    for (const id of [personId, objectId]) if (id && !isId(id)) throw notFound();
    if (kind && !isAskable(kind, longestKind)) throw notFound();
    const of = { centreId: centre.id, personId: personId ?? null, kind: kind ?? null, objectId: objectId ?? null };
    return connect(
      await listAudit(ctx, of, request),
      request.after,
      auditKeyset,
      (row): AuditEntryObject => row,
      () => countAudit(ctx, of),
    );
  }

  @Allow(whoMay('see-audit'))
  @FieldResolver(() => [AuditKindObject], {
    complexity: rows(5),
    description: 'The kinds of acts that the audit of the centre has, by their words.',
  })
  async auditKinds(@Root() { centre }: DeskObject, @Ctx() ctx: Context): Promise<AuditKindObject[]> {
    const kinds = await readAuditKinds(ctx, centre.id);
    const { compare } = new Intl.Collator(ctx.locale);
    return kinds
      .map((kind) => ({ kind, words: wordsOf(ctx, kind) }))
      .sort((one, other) => compare(one.words, other.words));
  }
}

@Resolver(() => AuditEntryObject)
export class AuditEntryResolver {
  @FieldResolver(() => String, { description: 'What was done, in the language of the reader.' })
  words(@Root() { kind }: AuditEntryObject, @Ctx() ctx: Context): string {
    return wordsOf(ctx, kind);
  }

  @FieldResolver(() => PersonObject, {
    nullable: true,
    description: 'Who did it; null for the system, and once erased.',
  })
  async actor(@Root() { actorId }: AuditEntryObject, @Ctx() ctx: Context): Promise<PersonObject | null> {
    return actorId ? ((await load(ctx, readPeople, actorId)) ?? null) : null;
  }

  @FieldResolver(() => PersonObject, {
    nullable: true,
    description: 'Whom it was about or done for; null where nobody, and once erased.',
  })
  async person(@Root() { personId }: AuditEntryObject, @Ctx() ctx: Context): Promise<PersonObject | null> {
    return personId ? ((await load(ctx, readPeople, personId)) ?? null) : null;
  }

  @FieldResolver(() => [AuditChangeObject], { complexity: rows(5), description: 'The values that it changed.' })
  changes(@Root() { before, after }: AuditEntryObject): AuditChangeObject[] {
    return changesOf(before, after);
  }
}
