/** Where a stream stands: what was seen last, and whether it may go on. */
export interface Stream {
  readonly cursor: string | undefined;
  readonly ended: boolean;
  /** The last places seen, so that what comes again is not told again. */
  readonly seen: readonly string[];
}

const remembered = 100;

/** One message of a subscription, by the parts that every update shares. */
export interface Update {
  readonly __typename?: string;
  readonly cursor?: string;
  readonly message?: string;
}

/** What the page is told of a message; nothing of one that it has seen before. */
export type News<U> =
  | { readonly kind: 'update'; readonly update: U }
  | { readonly kind: 'gap' }
  | { readonly kind: 'revoked'; readonly message: string }
  | { readonly kind: 'nothing' };

/** A stream that begins after a cursor, or now where there is none. */
export const openStream = (cursor: string | undefined): Stream => ({
  cursor,
  ended: false,
  seen: cursor === undefined ? [] : [cursor],
});

/** Takes in one message: the stream moves on to its cursor, so that a new connection resumes behind it. */
export function receive<U extends Update>(stream: Stream, update: U): { stream: Stream; news: News<U> } {
  if (stream.ended) return { stream, news: { kind: 'nothing' } };
  if (update.__typename === 'AccessRevoked') {
    return { stream: { ...stream, ended: true }, news: { kind: 'revoked', message: update.message ?? '' } };
  }
  const { cursor } = update;
  if (cursor !== undefined && stream.seen.includes(cursor)) return { stream, news: { kind: 'nothing' } };
  const moved =
    cursor === undefined ? stream : { ...stream, cursor, seen: [...stream.seen, cursor].slice(-remembered) };
  return { stream: moved, news: update.__typename === 'ReplayGap' ? { kind: 'gap' } : { kind: 'update', update } };
}

/** Codes after which asking again would not help. */
const final = new Set(['FORBIDDEN', 'SIGN_IN_REQUIRED', 'NOT_FOUND', 'BAD_INPUT', 'DOCUMENT_UNKNOWN']);

/** Takes in a refusal of the whole stream, by its code. A cursor that is no longer valid counts as a gap. */
export function refuse(stream: Stream, code: string, message: string): { stream: Stream; news: News<never> } {
  if (stream.ended) return { stream, news: { kind: 'nothing' } };
  if (code === 'CURSOR_INVALID') return { stream: openStream(undefined), news: { kind: 'gap' } };
  if (final.has(code)) {
    return { stream: { ...stream, ended: true }, news: { kind: 'revoked', message } };
  }
  return { stream, news: { kind: 'nothing' } };
}

const firstWait = 500;
const longestWait = 30_000;

/** Milliseconds before the next attempt: doubling up to half a minute, spread by `random` (0 to 1) over its second half. */
export function waitBefore(attempt: number, random: number): number {
  const whole = Math.min(longestWait, firstWait * 2 ** attempt);
  return Math.round(whole / 2 + (whole / 2) * random);
}
