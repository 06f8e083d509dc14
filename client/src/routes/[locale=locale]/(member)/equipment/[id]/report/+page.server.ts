import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { ReportProblem } from '#lib/features/problems/problem.documents.ts';
import { oneOf, text } from '#lib/forms/schema.server.ts';

const EquipmentToReport = graphql(`
  query EquipmentToReport($id: ID!) { equipment(id: $id) { id name units { id name } } }
`);

export const load = async ({ locals, params, url }) => {
  const { equipment } = await locals.graphql.query(EquipmentToReport, { id: params.id });
  return { equipment, unit: url.searchParams.get('unit') ?? undefined, key: crypto.randomUUID() };
};

export const actions = {
  report: action(
    z.object({ unit: text, kind: oneOf(['LIMITS', 'NOTE', 'UNUSABLE', 'DANGER']), words: text, key: text }),
    ReportProblem,
    ({ unit, kind, words, key }) => ({ input: { unitId: unit, kind, words, idempotencyKey: key } }),
    ({ reportProblem }, event) => goDone(event, `/problems/${reportProblem.id}`, 'reported'),
  ),
};
