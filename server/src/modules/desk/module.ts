import { DeskChangesResolver } from './changes/desk-changes.resolver.ts';
import { DeskDayResolver, DeskDaysResolver } from './day/day.resolver.ts';
import { DeskResolver, OwnDesksResolver } from './desks/desk.resolver.ts';
import { DeskEquipmentResolver } from './equipment/desk-equipment.resolver.ts';
import {
  EndMembershipResolver,
  MembershipAbilitiesResolver,
  MembershipImpactResolver,
} from './memberships/end-membership.resolver.ts';
import {
  AffectedBookingResolver,
  OpeningHoursImpactResolver,
} from './opening-hours/impact/opening-hours-impact.resolver.ts';
import { OpeningHoursResolver } from './opening-hours/opening-hours.resolver.ts';
import { DeskMembersResolver } from './people/members.resolver.ts';
import { DeskProblemsResolver } from './problems/desk-problems.resolver.ts';
import { ChangeRoleResolver, RoleAbilitiesResolver } from './roles/change-role.resolver.ts';
import { BookingUndoResolver, UndoResolver } from './undo/undo.resolver.ts';
import { DeskWaitingResolver, WishVerdictResolver } from './waiting/waiting.resolver.ts';

export const desk = {
  resolvers: [
    DeskResolver,
    OwnDesksResolver,
    DeskDaysResolver,
    DeskDayResolver,
    DeskEquipmentResolver,
    DeskProblemsResolver,
    DeskWaitingResolver,
    DeskMembersResolver,
    WishVerdictResolver,
    DeskChangesResolver,
    EndMembershipResolver,
    MembershipImpactResolver,
    MembershipAbilitiesResolver,
    ChangeRoleResolver,
    RoleAbilitiesResolver,
    OpeningHoursResolver,
    OpeningHoursImpactResolver,
    AffectedBookingResolver,
    UndoResolver,
    BookingUndoResolver,
  ],
} as const;
