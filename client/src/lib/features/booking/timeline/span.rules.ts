/** A half-open stretch of time `[start, end)` in epoch milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch as the API writes it. */
export interface ApiSpan {
  readonly startsAt: string;
  readonly endsAt: string;
}

export const spanOf = ({ startsAt, endsAt }: ApiSpan): Span => ({
  start: Date.parse(startsAt),
  end: Date.parse(endsAt),
});

/** Whether two stretches share a moment; stretches that only touch do not. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** What is left of stretches (in order, apart) outside of others. */
export function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = [...taken].sort((one, other) => one.start - other.start);
  return spans.flatMap((span) => {
    const rest: Span[] = [];
    let start = span.start;
    for (const hole of holes) {
      if (!overlap({ start, end: span.end }, hole)) continue;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = Math.max(start, hole.end);
    }
    if (start < span.end) rest.push({ start, end: span.end });
    return rest;
  });
}

/** The part of a stretch that lies within another. */
export function within(span: Span, limits: Span): Span | undefined {
  const cut = { start: Math.max(span.start, limits.start), end: Math.min(span.end, limits.end) };
  return cut.start < cut.end ? cut : undefined;
}
