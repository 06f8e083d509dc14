/** What became of an attempt: the action answered, the attempt was lost on the way, or the server broke over it. */
export type Outcome = 'answered' | 'lost' | 'broken';

/** A result as a form gets it; one without a status never came from the action. */
type Result =
  | { readonly type: 'success' | 'failure' | 'redirect'; readonly status: number }
  | { readonly type: 'error'; readonly status?: number | undefined; readonly error: { readonly status?: number } };

const firstOfServer = 500;

/** Tells an attempt that may simply be made again from one that was answered; what is forbidden counts as an answer. */
export function outcomeOf(result: Result): Outcome {
  if (result.type !== 'error') return 'answered';
  if ((result.status ?? result.error.status ?? firstOfServer) < firstOfServer) return 'answered';
  return result.status === undefined ? 'lost' : 'broken';
}
