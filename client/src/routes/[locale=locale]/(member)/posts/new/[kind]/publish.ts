import { graphql } from '#lib/api/graphql.ts';
import type { Api, Outcome } from '#lib/api/load.server.ts';
import type { PostKind } from '#lib/features/posts/post-kinds.ts';
import { type Composed, inputsOf } from './compose.rules.ts';

const PublishOffer = graphql(`
  mutation PublishOffer($input: PublishOfferInput!) { published: publishOffer(input: $input) { id } }
`);
const PublishRequest = graphql(`
  mutation PublishRequest($input: PublishRequestInput!) { published: publishRequest(input: $input) { id } }
`);
const PublishEvent = graphql(`
  mutation PublishEvent($input: PublishEventInput!) { published: publishEvent(input: $input) { id } }
`);
const PublishDiscussion = graphql(`
  mutation PublishDiscussion($input: PublishDiscussionInput!) { published: publishDiscussion(input: $input) { id } }
`);

/** Publishes what was composed, by the mutation of its kind. */
export function publish(
  api: Api,
  kind: PostKind,
  composed: Composed,
  key: string,
): Promise<Outcome<{ published: { id: string } }>> {
  const { exchange, event, discussion } = inputsOf(composed, key);
  const copied = <Input extends { equipmentTypes: readonly string[] }>(input: Input) => ({
    ...input,
    equipmentTypes: [...input.equipmentTypes],
  });
  switch (kind) {
    case 'OFFER':
      return api.mutate(PublishOffer, { input: copied(exchange) });
    case 'REQUEST':
      return api.mutate(PublishRequest, { input: copied(exchange) });
    case 'EVENT':
      return api.mutate(PublishEvent, { input: copied(event) });
    case 'DISCUSSION':
      return api.mutate(PublishDiscussion, { input: copied(discussion) });
  }
}
