/** Which events are shown: those of this week in the city, else its next ones, else the next of the network. */
export type Nearness = 'week' | 'later' | 'elsewhere';

/** The events to show, by their day, and how near they are; nothing where none comes. */
export function comingIn<Event extends object>({
  here,
  network,
  until,
}: {
  /** By their day. */
  readonly here: readonly Event[];
  readonly network: readonly Event[];
  /** The end of this week, epoch milliseconds. */
  readonly until: number;
}): { readonly nearness: Nearness; readonly events: readonly Event[] } | undefined {
  const week = here.filter((event) => 'startsAt' in event && Date.parse(String(event.startsAt)) < until);
  if (week.length > 0) return { nearness: 'week', events: week };
  if (here.length > 0) return { nearness: 'later', events: here };
  return network.length > 0 ? { nearness: 'elsewhere', events: network } : undefined;
}
