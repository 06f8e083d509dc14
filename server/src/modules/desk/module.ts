import { DeskChangesResolver } from './changes/desk-changes.resolver.ts';
import { DeskDayResolver, DeskDaysResolver } from './day/day.resolver.ts';
import { DeskResolver, OwnDesksResolver } from './desks/desk.resolver.ts';

export const desk = {
  resolvers: [DeskResolver, OwnDesksResolver, DeskDaysResolver, DeskDayResolver, DeskChangesResolver],
} as const;
