import { error, fail } from '@sveltejs/kit';
import { goDone } from '#lib/api/done.server.ts';
import { type Problem, statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { present } from '#lib/api/load.server.ts';
import { partyOf } from '#lib/features/account/party.rules.ts';
import { kindOf } from '#lib/features/posts/post-kinds.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import { Composed } from './compose.schema.server.ts';
import { publish } from './publish.ts';

const Compose = graphql(`
  query Compose($centre: String, $atCentre: Boolean!) {
    me {
      email
      emailVerified
      memberships { centre { slug name zone city { name } } }
      actingFor { __typename ... on Centre { id name slug } ... on Organisation { id name } }
      mayActFor { __typename ... on Centre { id name } ... on Organisation { id name } }
    }
    cities { slug name zone }
    equipmentTypes { key name group }
    centre(slug: $centre) @include(if: $atCentre) { slug name zone city { name } }
  }
`);
const ActForParty = graphql(`
  mutation ActForParty($organisationId: ID, $centreId: ID) {
    actFor(organisationId: $organisationId, centreId: $centreId) { person { id } }
  }
`);

export const load = async (event) => {
  const kind = kindOf(event.params.kind) ?? error(404);
  const asked = event.url.searchParams.get('centre');
  const found = await event.locals.graphql.query(Compose, { centre: asked, atCentre: Boolean(asked) });
  const { me, cities, equipmentTypes, centre } = found;
  return {
    kind,
    author: present(me),
    cities,
    equipmentTypes,
    centre: centre ?? null,
    /** Makes repetitions of one publishing recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
};

const Form = Composed.extend({ key: text, party: text, acting: text });

export const actions = {
  default: async (event) => {
    const { graphql: api } = event.locals;
    const kind = kindOf(event.params.kind) ?? error(404);
    const { key, party, acting, ...composed } = (await readForm(event, Form)).values;
    const refused = (problem: Problem) => fail(statusOf[problem.code], { composed, key, party, problem });
    // For whom the person acts from now on, where the form says another than before.
    const acted = party === acting ? undefined : await api.mutate(ActForParty, partyOf(party));
    if (acted?.ok === false) return refused(acted.problem);
    const result = await publish(api, kind, composed, key);
    if (!result.ok) return refused(result.problem);
    return goDone(event, `/posts/${result.data.published.id}`, 'published');
  },
};
