import { graphql } from '#lib/api/graphql.ts';
import type { Api } from '#lib/api/load.server.ts';
import { FreeNow } from '#lib/features/equipment/free-now.ts';

const FreeNear = graphql(
  `
  query FreeNear($type: String!, $near: NearInput!, $freeFrom: DateTimeISO!, $freeUntil: DateTimeISO!) {
    searchEquipment(filter: { type: $type, near: $near, freeFrom: $freeFrom, freeUntil: $freeUntil }, first: 3) {
      nodes { equipment { ...FreeNow } }
    }
  }
`,
  [FreeNow],
);

interface SeekingPost {
  readonly kind: string;
  readonly subject?: string;
  readonly state: string;
  readonly equipmentTypes: readonly { readonly key: string }[];
  readonly city: { readonly latitude: number; readonly longitude: number };
}

/** How far one goes for a machine, in kilometres, and how many days ahead it has to be free. */
const within = 40;
const days = 7;

/** The nearest machines of the kind that a post seeks which are free within a week; none for other posts. */
export async function freeNear(api: Api, { kind, subject, state, equipmentTypes, city }: SeekingPost, now: Date) {
  const [type] = equipmentTypes;
  const seeks = kind === 'REQUEST' && (subject === 'EQUIPMENT' || subject === 'SPACE');
  if (!seeks || state !== 'OPEN' || !type) return [];
  const { latitude, longitude } = city;
  const { searchEquipment } = await api.query(FreeNear, {
    type: type.key,
    near: { latitude, longitude, within },
    freeFrom: now.toISOString(),
    freeUntil: new Date(now.getTime() + days * 86_400_000).toISOString(),
  });
  return searchEquipment.nodes.map(({ equipment }) => equipment);
}
