import { graphql } from '#lib/api/graphql.ts';

const UnitOfCode = graphql(`
  query UnitOfCode($code: String!) {
    unitByCode(code: $code) {
      id name
      equipment {
        id name room unitCount
        type { name }
        centre { slug name zone viewerCan { acts } }
        problems { id kind endsAt unit { id } }
        viewerCan { book }
      }
    }
  }
`);

const UnitsDay = graphql(`
  query UnitsDay($equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
    timeline(equipmentIds: [$equipmentId], startsAt: $startsAt, endsAt: $endsAt) {
      lanes {
        unit { id }
        open { startsAt endsAt }
        occupancies { id startsAt endsAt kind waiting mine booking { id startsAt endsAt booker { name } } }
      }
    }
  }
`);

const day = 86_400_000;

export const load = async ({ locals, params }) => {
  const { unitByCode: unit } = await locals.graphql.query(UnitOfCode, { code: params.code });
  const now = Date.now();
  const { timeline } = await locals.graphql.query(UnitsDay, {
    equipmentId: unit.equipment.id,
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(now + day).toISOString(),
  });
  const lane = timeline.lanes.find((each) => each.unit.id === unit.id);
  const taken = (lane?.occupancies ?? []).toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const moment = new Date(now).toISOString();
  return {
    unit,
    now: moment,
    current: taken.find(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt) ?? null,
    next: taken.find(({ startsAt }) => startsAt > moment) ?? null,
    open: (lane?.open ?? []).some(({ startsAt, endsAt }) => startsAt <= moment && moment < endsAt),
  };
};
