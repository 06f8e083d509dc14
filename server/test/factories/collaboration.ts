import { Post, Reply } from '../../src/modules/collaboration/posts/post.entity.ts';
import type {
  ExchangeSubject,
  PostAudience,
  PostKind,
  PostState,
} from '../../src/modules/collaboration/posts/post.enums.ts';
import { renderText } from '../../src/modules/collaboration/text/written-text.ts';
import { Centre } from '../../src/modules/directory/centres/centre.entity.ts';
import { City } from '../../src/modules/directory/cities/city.entity.ts';
import { Organisation } from '../../src/modules/organisations/profile/organisation.entity.ts';
import { Person } from '../../src/modules/people/persons/person.entity.ts';
import { EquipmentType } from '../../src/modules/vocabulary/equipment-types/equipment-type.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';
import { makeCity } from './directory.ts';
import { makeEquipmentType } from './equipment.ts';

/** Who wrote something, and for whom: ids, null or left out for nobody. */
interface Authorship {
  author?: string | null;
  organisation?: string | null;
  actingCentre?: string | null;
}

export interface PostDraft extends Authorship {
  kind?: PostKind;
  title?: string;
  body?: string;
  language?: string;
  audience?: PostAudience;
  state?: PostState;
  /** Id; the home centre's city, else Vilnius, where left out. */
  city?: string;
  /** Id of the home centre. */
  centre?: string | null;
  /** Keys; made where they are missing. */
  equipmentTypes?: readonly string[];
  /** Of an offer or a request. */
  subject?: ExchangeSubject;
  validUntil?: string;
  /** Of an event; tomorrow where left out, for two hours. */
  startsAt?: Date;
  endsAt?: Date;
  createdAt?: Date;
  /** Whether its text is rendered already; true where left out. */
  rendered?: boolean;
}

/** Enters a post, a public discussion without an author unless told otherwise; returns its id. */
export async function makePost(world: World, draft: PostDraft = {}): Promise<string> {
  for (const key of draft.equipmentTypes ?? []) await makeEquipmentType(world, { key });
  const em = world.em();
  const kind = draft.kind ?? 'discussion';
  const centre = draft.centre ? await em.findOneOrFail(Centre, draft.centre) : null;
  const city = draft.city ?? centre?.city.id ?? (await makeCity(world));
  const id = newId();
  em.create(Post, {
    id,
    kind,
    title: draft.title ?? 'Kas turi laisvą lazerį?',
    ...textOf(draft.body ?? 'Ieškome kitai savaitei.', draft.rendered),
    language: draft.language ?? 'lt',
    audience: draft.audience ?? 'public',
    state: draft.state ?? 'open',
    withdrawnAt: draft.state === 'withdrawn' ? world.now : null,
    city: em.getReference(City, city),
    centre,
    ...refs(em, draft),
    equipmentTypes: (draft.equipmentTypes ?? []).map((key) => em.getReference(EquipmentType, key)),
    ...(kind === 'offer' || kind === 'request' ? exchangeOf(draft) : {}),
    ...(kind === 'event' ? timeOf(world, draft) : {}),
    createdAt: draft.createdAt ?? world.now,
  });
  await em.flush();
  return id;
}

export interface ReplyDraft extends Authorship {
  post: string;
  body?: string;
  createdAt?: Date;
  /** Whether its text is rendered already; true where left out. */
  rendered?: boolean;
}

/** Enters a reply to a post; returns its id. */
export async function makeReply(world: World, draft: ReplyDraft): Promise<string> {
  const em = world.em();
  const { body, bodyHtml } = textOf(draft.body ?? 'Mes turime.', draft.rendered);
  const { id } = em.create(Reply, {
    id: newId(),
    post: em.getReference(Post, draft.post),
    body,
    bodyHtml,
    ...refs(em, draft),
    createdAt: draft.createdAt ?? world.now,
  });
  await em.flush();
  return id;
}

const textOf = (body: string, rendered = true) =>
  rendered ? renderText(body) : { body, bodyHtml: null, excerpt: null };

const exchangeOf = ({ subject = 'equipment', validUntil }: PostDraft) => ({
  subject,
  terms: 'open' as const,
  validUntil: validUntil ?? null,
});

const hours = (at: Date, count: number) => new Date(at.getTime() + count * 3_600_000);

function timeOf(world: World, draft: PostDraft) {
  const startsAt = draft.startsAt ?? hours(world.now, 24);
  return { startsAt, endsAt: draft.endsAt ?? hours(startsAt, 2), zone: 'Europe/Vilnius' };
}

const refs = (em: ReturnType<World['em']>, { author, organisation, actingCentre }: Authorship) => ({
  author: author ? em.getReference(Person, author) : null,
  organisation: organisation ? em.getReference(Organisation, organisation) : null,
  actingCentre: actingCentre ? em.getReference(Centre, actingCentre) : null,
});
