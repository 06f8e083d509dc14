import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { City } from '../../directory/cities/city.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';
import { exchangeSubjects, exchangeTerms, postAudiences, postKinds, postStates } from './post.enums.ts';

const PostSchema = defineEntity({
  name: 'Post',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(postKinds),
    title: p.string().length(160),
    /** Markdown. */
    body: p.text(),
    /** The text as it is shown, and its beginning as plain text; null until it is rendered. */
    bodyHtml: p.text().nullable(),
    excerpt: p.text().nullable(),
    /** BCP 47 tag of title and body. */
    language: p.string().length(16),
    audience: p.enum(postAudiences),
    state: p.enum(postStates),
    city: () => p.manyToOne(City).updateRule('cascade').deleteRule('restrict'),
    /** The home centre; every post has one city and at most one centre. */
    centre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('set null'),
    author: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    organisation: () => p.manyToOne(Organisation).nullable().updateRule('cascade').deleteRule('set null').index(),
    actingCentre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('set null').index(),
    equipmentTypes: () =>
      p.manyToMany(EquipmentType).pivotTable('post_equipment_type').joinColumn('post_id').inverseJoinColumn('type_key'),

    subject: p.enum(exchangeSubjects).nullable(),
    terms: p.enum(exchangeTerms).nullable(),
    quantity: p.string().length(80).nullable(),
    /** An offer's last day, a request's "needed by". */
    validUntil: p.date().nullable(),
    /** An event's place in words; its time is in `zone`. */
    place: p.string().length(200).nullable(),
    remote: p.boolean().default(false),
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    zone: p.string().length(64).nullable(),
    seats: p.integer().nullable(),

    createdAt: p.datetime(),
    editedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['createdAt', 'id'] },
    // Lists of a city, a centre and an author are read from their newest on.
    { properties: ['city', 'createdAt', 'id'] },
    { properties: ['centre', 'createdAt', 'id'] },
    { properties: ['author', 'createdAt', 'id'] },
  ],
  checks: [
    {
      name: 'post_event_check',
      expression:
        "(kind = 'event' and starts_at is not null and ends_at is not null and zone is not null and starts_at < ends_at) or (kind <> 'event' and starts_at is null and ends_at is null)",
    },
    {
      name: 'post_exchange_check',
      expression: "(kind in ('offer', 'request')) = (subject is not null and terms is not null)",
    },
  ],
});
export class Post extends PostSchema.class {}
PostSchema.setClass(Post);

const PostRevisionSchema = defineEntity({
  name: 'PostRevision',
  properties: {
    id: p.uuid().primary(),
    post: () => p.manyToOne(Post).updateRule('cascade').deleteRule('cascade').index(),
    title: p.string().length(160),
    body: p.text(),
    /** When this text was replaced. */
    replacedAt: p.datetime(),
    replacedBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
  },
});
export class PostRevision extends PostRevisionSchema.class {}
PostRevisionSchema.setClass(PostRevision);

const ReplySchema = defineEntity({
  name: 'Reply',
  properties: {
    id: p.uuid().primary(),
    post: () => p.manyToOne(Post).updateRule('cascade').deleteRule('cascade'),
    author: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    organisation: () => p.manyToOne(Organisation).nullable().updateRule('cascade').deleteRule('set null'),
    actingCentre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('set null'),
    /** Markdown. */
    body: p.text(),
    /** The text as it is shown; null until it is rendered. */
    bodyHtml: p.text().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['post', 'createdAt', 'id'] }],
});
export class Reply extends ReplySchema.class {}
ReplySchema.setClass(Reply);
