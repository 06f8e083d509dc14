import { DeskChangesResolver } from './changes/desk-changes.resolver.ts';
import { DeskDayResolver, DeskDaysResolver } from './day/day.resolver.ts';
import { DeskResolver, OwnDesksResolver } from './desks/desk.resolver.ts';
import { ApprovalVerdictResolver, DeskWaitingResolver, WishVerdictResolver } from './waiting/waiting.resolver.ts';

export const desk = {
  resolvers: [
    DeskResolver,
    OwnDesksResolver,
    DeskDaysResolver,
    DeskDayResolver,
    DeskWaitingResolver,
    ApprovalVerdictResolver,
    WishVerdictResolver,
    DeskChangesResolver,
  ],
} as const;
