import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { text } from '#lib/forms/schema.server.ts';

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

const Job = z.object({ id: text });

export const actions = {
  retry: action(
    Job,
    RetryJob,
    ({ id }) => ({ id }),
    () => ({ done: 'operations.failed.retried' as const }),
  ),
  delete: action(
    Job,
    DeleteJob,
    ({ id }) => ({ id }),
    () => ({ done: 'operations.failed.deleted' as const }),
  ),
};
