import { fail } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { fields } from '#lib/forms/fields.server.ts';

const Operations = graphql(`
  query Operations($after: String) {
    operations {
      server {
        version nodeVersion startedAt databaseVersion databaseEmbedded databaseBytes logLag sockets memoryBytes
      }
      queues { queue waiting retrying running done dead dueSince }
      deadLetters(after: $after) {
        totalCount
        nodes { id queue addedAt failedAt attempts reason }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);
const RetryJob = graphql(`mutation RetryJob($id: ID!) { retryJob(id: $id) { __typename } }`);
const DeleteJob = graphql(`mutation DeleteJob($id: ID!) { deleteJob(id: $id) { __typename } }`);

export const load = async ({ locals, url }) => {
  const { operations } = await locals.graphql.query(Operations, { after: url.searchParams.get('after') });
  return { operations, now: new Date().toISOString() };
};

export const actions = {
  retry: async (event) => {
    const { id } = await fields(event, 'id');
    const result = await event.locals.graphql.mutate(RetryJob, { id });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    return { done: 'operations.failed.retried' as const };
  },
  delete: async (event) => {
    const { id } = await fields(event, 'id');
    const result = await event.locals.graphql.mutate(DeleteJob, { id });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    return { done: 'operations.failed.deleted' as const };
  },
};
