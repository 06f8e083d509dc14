import { AuditEntryResolver, DeskAuditResolver } from './audit/audit.resolver.ts';
import { DeskChangesResolver } from './changes/desk-changes.resolver.ts';
import { DeskDayResolver, DeskDaysResolver } from './day/day.resolver.ts';
import { DeskResolver, OwnDesksResolver } from './desks/desk.resolver.ts';
import { DeskEquipmentResolver } from './equipment/desk-equipment.resolver.ts';
import { ClosureResolver, DeskClosuresResolver } from './impact/closures/closure.resolver.ts';
import { ImpactDecision } from './impact/decisions/impact-decision.entity.ts';
import { AffectedBookingResolver, ImpactResolver } from './impact/impact.resolver.ts';
import {
  EndMembershipResolver,
  MembershipAbilitiesResolver,
  MembershipImpactResolver,
} from './memberships/end-membership.resolver.ts';
import { OpeningHoursResolver } from './opening-hours/opening-hours.resolver.ts';
import { DeskMembersResolver } from './people/members.resolver.ts';
import { DeskProblemsResolver } from './problems/desk-problems.resolver.ts';
import { ChangeRoleResolver, RoleAbilitiesResolver } from './roles/change-role.resolver.ts';
import { BookingUndoResolver, UndoResolver } from './undo/undo.resolver.ts';
import { DeskWaitingResolver, WishVerdictResolver } from './waiting/waiting.resolver.ts';

export const desk = {
  entities: [ImpactDecision],
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
    DeskAuditResolver,
    AuditEntryResolver,
    DeskChangesResolver,
    EndMembershipResolver,
    MembershipImpactResolver,
    MembershipAbilitiesResolver,
    ChangeRoleResolver,
    RoleAbilitiesResolver,
    OpeningHoursResolver,
    ImpactResolver,
    AffectedBookingResolver,
    ClosureResolver,
    DeskClosuresResolver,
    UndoResolver,
    BookingUndoResolver,
  ],
} as const;
