import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { forbid } from '#lib/api/load.server.ts';
import { CreateMachine, TypeSchema } from '#lib/features/machines/machine.documents.ts';
import { findSteward, readSent, refuseMachine, unreadableProblem } from '#lib/features/machines/machine.server.ts';
import { inputOf, newDraft } from '#lib/features/machines/machine-draft.rules.ts';

const TypesToEnter = graphql(`query TypesToEnter { equipmentTypes { key name group } }`);
const TypeToEnter = graphql(`query TypeToEnter($key: ID!) { equipmentType(key: $key) { ...TypeSchema } }`, [
  TypeSchema,
]);

export const load = async (event) => {
  const { centre } = await event.parent();
  if (!centre.viewerCan.acts.includes('EDIT_EQUIPMENT')) forbid();
  const { equipmentTypes } = await event.locals.graphql.query(TypesToEnter);
  const chosen = event.url.searchParams.get('type');
  return {
    types: equipmentTypes,
    type: chosen ? (await event.locals.graphql.query(TypeToEnter, { key: chosen })).equipmentType : null,
    draft: newDraft(event.locals.locale),
    key: crypto.randomUUID(),
  };
};

export const actions = {
  create: async (event) => {
    const { draft, key } = await readSent(event);
    const { locals, params, url } = event;
    const { equipmentType: type } = await locals.graphql.query(TypeToEnter, {
      key: url.searchParams.get('type') ?? '',
    });
    const { desk } = await locals.graphql.query(CentreToFill, { slug: params.centre });
    const steward = await findSteward(event, draft.steward);
    const problem = steward.problem ?? (await unreadableProblem(event, draft, type));
    if (problem) return refuseMachine(draft, problem);
    const input = { ...inputOf(draft, type, steward.id), centreId: desk.centre.id, typeKey: type.key };
    const result = await locals.graphql.mutate(CreateMachine, { input: { ...input, idempotencyKey: key } });
    if (!result.ok) return refuseMachine(draft, result.problem);
    return goDone(event, `/desk/${params.centre}/equipment/${result.data.createEquipment.id}`, 'created');
  },
};

const CentreToFill = graphql(`query CentreToFill($slug: String!) { desk(centreSlug: $slug) { centre { id } } }`);
