import pLimit from 'p-limit';
import { DomainError } from '../../../shared/errors.ts';

/** Takes in one file after some others; throws TRY_LATER where too many wait. */
export type AdmittedUploads = <Kept>(work: () => Promise<Kept>) => Promise<Kept>;

/** Files of all askers that are in the memory of one process. */
const atOnce = 6;
const mostWaiting = 60;

/** Lets few files into the memory at a time; the bodies of the others wait on the network. */
export function admitUploads(): AdmittedUploads {
  const turn = pLimit(atOnce);
  return async (work) => {
    if (turn.pendingCount >= mostWaiting) throw new DomainError('TRY_LATER', undefined, [], { retryAfter: 30 });
    return turn(work);
  };
}
