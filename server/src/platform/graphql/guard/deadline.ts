import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import { DomainError } from '../../../shared/errors.ts';

/** How long somebody waits for an answer, in milliseconds: for their turn, for a connection, for the work. */
const deadline = 15_000;

/** Whether an operation reads alone; of one that writes nobody could be told that nothing was changed. */
export const readsAlone = (document: DocumentNode, name?: string | null): boolean =>
  getOperationAST(document, name)?.operation === OperationTypeNode.QUERY;

/** The answer, or TRY_LATER where it is not there in time, whatever keeps the database from answering. */
export async function beforeDeadline<Result>(answer: Promise<Result>, milliseconds = deadline): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DomainError('TRY_LATER')), milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
