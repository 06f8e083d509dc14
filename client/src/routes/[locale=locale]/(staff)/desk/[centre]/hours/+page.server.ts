import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '#lib/api/graphql.ts';
import { loadPlan, type PlanOwner, planActions } from '#lib/features/opening-hours/plan.server.ts';

const CentreOfHours = graphql(`
  query CentreOfHours($slug: String!) {
    centre(slug: $slug) {
      id zone
      openingHours { weekday opens closes }
      equipment { id name openingHours { weekday opens closes } }
    }
  }
`);

async function find({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const { centre } = await locals.graphql.query(CentreOfHours, { slug: params.centre ?? '' });
  return centre;
}

const ownerOf = async (event: Pick<RequestEvent, 'locals' | 'params'>): Promise<PlanOwner> => {
  const { id: centreId, zone, openingHours: centreHours } = await find(event);
  return { owner: { centreId }, zone, centreHours };
};

export const load = async (event) => {
  const { equipment, ...centre } = await find(event);
  const owner = { owner: { centreId: centre.id }, zone: centre.zone, centreHours: centre.openingHours };
  return { plan: await loadPlan(event, owner), equipment, centreHours: centre.openingHours };
};

export const actions = planActions(ownerOf);
