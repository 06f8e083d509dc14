import { error, type RequestEvent } from '@sveltejs/kit';
import { graphql } from '#lib/api/graphql.ts';
import { loadPlan, type PlanOwner, planActions } from '#lib/features/opening-hours/plan.server.ts';

const EquipmentOfHours = graphql(`
  query EquipmentOfHours($id: ID!) {
    equipment(id: $id) { id name centre { slug zone openingHours { weekday opens closes } } }
  }
`);

async function find({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const { equipment } = await locals.graphql.query(EquipmentOfHours, { id: params.id ?? '' });
  return equipment.centre.slug === params.centre ? equipment : error(404);
}

const ownerOf = async (event: Pick<RequestEvent, 'locals' | 'params'>): Promise<PlanOwner> => {
  const { id: equipmentId, centre } = await find(event);
  return { owner: { equipmentId }, zone: centre.zone, centreHours: centre.openingHours };
};

export const load = async (event) => {
  const { id, name, centre } = await find(event);
  const owner = { owner: { equipmentId: id }, zone: centre.zone, centreHours: centre.openingHours };
  return { plan: await loadPlan(event, owner), equipment: { id, name }, centreHours: centre.openingHours };
};

export const actions = planActions(ownerOf);
