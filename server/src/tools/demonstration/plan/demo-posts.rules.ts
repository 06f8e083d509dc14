import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import { instantAt, localDays, minutesOf } from '../../../shared/time/local-time.rules.ts';
import type { DemoData, DemoPlaces, DemoPost } from '../demonstration-data.rules.ts';
import { dayAfter } from './demo-opening.rules.ts';
import { type DemoMembership, organisationId, personId } from './demo-people.rules.ts';

const hour = 3_600_000;
const dayLength = 24 * hour;

interface Places extends DemoPlaces {
  readonly memberships: readonly DemoMembership[];
}

/** Posts with their replies and the equipment types they name. */
export function planPosts({ posts }: DemoData, places: Places, now: Date) {
  return {
    posts: posts.map((post) => planPost(post, places, now)),
    equipmentTypes: posts.flatMap(({ key, types = [] }) =>
      types.map((type) => ({ post_id: stableId('demonstration-post', key), type_key: type })),
    ),
    replies: posts.flatMap((post) => planReplies(post, places, now)),
  };
}

function planPost(post: DemoPost, { centres, cities, memberships }: Places, now: Date) {
  const city = required(cities, post.city);
  const centre = post.centre === undefined ? null : required(centres, post.centre);
  const manager = memberships.find((row) => row.centre === post.centre && row.role === 'manager');
  const author = post.asCentre ? manager?.person : post.person;
  if (author === undefined) throw new Error(`The post ${post.key} has no author.`);
  const zone = (centre ?? city).zone;
  return {
    id: stableId('demonstration-post', post.key),
    kind: post.kind,
    title: post.title,
    body: post.body,
    language: post.language,
    audience: post.audience ?? 'public',
    state: 'open' as const,
    city: city.id,
    centre: centre?.id ?? null,
    author: personId(author),
    organisation: post.organisation === undefined ? null : organisationId(post.organisation),
    actingCentre: post.asCentre ? (centre?.id ?? null) : null,
    subject: post.subject ?? null,
    terms: post.terms ?? null,
    quantity: post.quantity ?? null,
    validUntil: post.validInDays === undefined ? null : dayAfter(zone, now, post.validInDays),
    place: post.place ?? null,
    remote: post.remote ?? false,
    ...timeOf(post, zone, now),
    seats: post.seats ?? null,
    createdAt: createdAt(post, now),
    editedAt: null,
    withdrawnAt: null,
    version: 1,
  };
}

function timeOf({ on }: DemoPost, zone: string, now: Date) {
  if (!on) return { startsAt: null, endsAt: null, zone: null };
  const from = now.getTime();
  const days = localDays(zone, from, from + (on.week * 7 + 2) * dayLength).slice(1);
  const day = days.filter(({ weekday }) => weekday === on.weekday)[on.week - 1];
  if (!day) throw new RangeError(`no weekday ${on.weekday} in week ${on.week}`);
  const startsAt = instantAt(day, minutesOf(on.time), zone, 'first');
  return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + on.minutes * 60_000), zone };
}

function planReplies(post: DemoPost, { centres }: Places, now: Date) {
  return post.replies.map(({ person, organisation, centre, hoursLater, body }, index) => ({
    id: stableId('demonstration-reply', `${post.key}/${index}`),
    post: stableId('demonstration-post', post.key),
    author: personId(person),
    organisation: organisation === undefined ? null : organisationId(organisation),
    actingCentre: centre === undefined ? null : required(centres, centre).id,
    body,
    createdAt: new Date(createdAt(post, now).getTime() + hoursLater * hour),
  }));
}

const createdAt = ({ daysAgo }: DemoPost, now: Date): Date => new Date(now.getTime() - daysAgo * dayLength);

function required<T>(list: ReadonlyMap<string, T>, key: string): T {
  const found = list.get(key);
  if (found === undefined) throw new Error(`The demonstration names ${key}, which is not there.`);
  return found;
}
