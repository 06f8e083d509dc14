// The bundler may put this into another file than main's, and decorators need the metadata first.
import 'reflect-metadata';
import type { EntityClass } from '@mikro-orm/core';
import { accounts } from './modules/accounts/module.ts';
import { activity } from './modules/activity/module.ts';
import { booking } from './modules/booking/module.ts';
import { collaboration } from './modules/collaboration/module.ts';
import { desk } from './modules/desk/module.ts';
import { directory } from './modules/directory/module.ts';
import { equipment } from './modules/equipment/module.ts';
import { notifications } from './modules/notifications/module.ts';
import { openingHours } from './modules/opening-hours/module.ts';
import { operations } from './modules/operations/module.ts';
import { organisations } from './modules/organisations/module.ts';
import { people } from './modules/people/module.ts';
import { pictures } from './modules/pictures/module.ts';
import type { PictureSubject } from './modules/pictures/subjects/subject.ts';
import { privacy } from './modules/privacy/module.ts';
import { problems } from './modules/problems/module.ts';
import { vocabulary } from './modules/vocabulary/module.ts';
import { database } from './platform/database/module.ts';
import type { Consumer } from './platform/events/consumers/consumer.ts';
import type { AnyEvent } from './platform/events/define-event.ts';
import { events } from './platform/events/module.ts';
import type { Route } from './platform/http/route.ts';
import type { UploadRoute } from './platform/http/uploads/upload-route.ts';
import { idempotency } from './platform/idempotency/module.ts';
import type { Queue } from './platform/jobs/queue.ts';
import { limits } from './platform/limits/module.ts';
import { mail } from './platform/mail/module.ts';
import { undo } from './platform/undo/module.ts';

/** What a module brings to the house; its `module.ts` lists it. */
export interface Module {
  readonly resolvers?: readonly ResolverClass[];
  /** GraphQL types that only an interface names. */
  readonly types?: readonly object[];
  readonly entities?: readonly EntityClass[];
  readonly queues?: readonly Queue[];
  /** What it records, see `platform/events`. */
  readonly events?: readonly AnyEvent[];
  /** What it does once something happened, see `on`. */
  readonly consumers?: readonly Consumer[];
  /** Addresses beside GraphQL, see `defineRoute`. */
  readonly routes?: readonly Route[];
  /** Addresses that take files, see `defineUpload`. */
  readonly uploads?: readonly UploadRoute[];
  /** What of its things has pictures, see `definePictureSubject`. */
  readonly pictureSubjects?: readonly PictureSubject[];
}

// biome-ignore lint/complexity/noBannedTypes: what type-graphql takes for a class.
type ResolverClass = Function;

/** The parts of the platform that bring something, as modules do. */
const platform = [database, limits, idempotency, undo, events, mail] as const satisfies readonly Module[];

/** Every module in its order: one imports only from those before it. */
const domain = [
  vocabulary,
  openingHours,
  directory,
  organisations,
  people,
  accounts,
  equipment,
  pictures,
  booking,
  problems,
  collaboration,
  desk,
  notifications,
  activity,
  privacy,
  operations,
] as const satisfies readonly Module[];

export const modules = [...platform, ...domain] as const;

/** What all modules list under one name, one after the other. */
export const gather = <Key extends keyof Module>(key: Key): Listed<Key>[] =>
  (modules as readonly Module[]).flatMap((module) => (module[key] ?? []) as readonly Listed<Key>[]);

type Listed<Key extends keyof Module, Each = (typeof modules)[number]> =
  Each extends Record<Key, readonly (infer Item)[]> ? Item : never;
