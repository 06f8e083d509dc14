import { error, fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { type Api, present } from '#lib/api/load.server.ts';
import { kindOf } from '#lib/features/posts/post-kinds.ts';
import { formOf } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';
import { readComposed } from './compose.rules.ts';
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

/** Changes for whom the person acts, where the form says another than now. */
async function act(api: Api, party: string, current: string) {
  if (party === current) return undefined;
  const [kind, id = ''] = party.split(':');
  const result = await api.mutate(ActForParty, {
    organisationId: kind === 'Organisation' ? id : null,
    centreId: kind === 'Centre' ? id : null,
  });
  return result.ok ? undefined : result.problem;
}

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

export const actions = {
  default: async (event) => {
    const kind = kindOf(event.params.kind) ?? error(404);
    const data = await formOf(event);
    const word = (name: string) => String(data.get(name) ?? '');
    const composed = readComposed(data);
    const kept = { composed, key: word('key'), party: word('party') };
    const refused = await act(event.locals.graphql, kept.party, word('acting'));
    if (refused) return fail(statusOf[refused.code], { ...kept, problem: refused });
    const result = await publish(event.locals.graphql, kind, composed, kept.key);
    if (!result.ok) return fail(statusOf[result.problem.code], { ...kept, problem: result.problem });
    redirect(303, `${href(event.locals.locale, `/posts/${result.data.published.id}`)}?done=published`);
  },
};
