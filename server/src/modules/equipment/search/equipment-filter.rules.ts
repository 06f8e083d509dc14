import type { Actor } from '../../../access/actor.rules.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import {
  keyProblem,
  type PlaceFilter,
  type PlaceInput,
  placeFilter,
  placeProblems,
} from '../../directory/search/place-filter.rules.ts';
import type { EquipmentGroup } from '../../vocabulary/equipment-types/equipment-type.enums.ts';
import { type AudienceReach, audienceReach } from '../items/audience.rules.ts';
import type { EquipmentOrder } from './equipment-order.enums.ts';

/** What somebody asks of one attribute. */
export interface AttributeWish {
  readonly key: string;
  readonly atLeast?: number | null | undefined;
  readonly atMost?: number | null | undefined;
  /** One of these choices holds. */
  readonly oneOf?: readonly string[] | null | undefined;
}

/** Wishes about attributes that one search may have. */
const mostWishes = 10;

/** A search for equipment, as a client may write it. */
export interface EquipmentInput extends PlaceInput {
  readonly type?: string | null | undefined;
  readonly group?: EquipmentGroup | null | undefined;
  readonly freeFrom?: Date | null | undefined;
  readonly freeUntil?: Date | null | undefined;
  readonly minutes?: number | null | undefined;
  readonly attributes?: readonly AttributeWish[] | null | undefined;
  readonly usableByMe?: boolean | null | undefined;
  readonly order?: EquipmentOrder | null | undefined;
}

/** The time somebody needs: within `[from, until)`, for so many minutes or for the shortest booking. */
export interface SoughtTime {
  readonly from: Date;
  readonly until: Date;
  readonly minutes?: number;
}

/** A search for equipment; what was not asked for is left out. */
export interface EquipmentFilter extends PlaceFilter {
  /** Key of an equipment type. */
  readonly type?: string;
  readonly group?: EquipmentGroup;
  readonly free?: SoughtTime;
  readonly attributes?: readonly AttributeWish[];
  /** For whom it has to be. */
  readonly usableBy?: AudienceReach;
  /** In which order; the most fitting first where left out. */
  readonly order?: EquipmentOrder;
}

/** The longest interval in which free time is sought, in days. */
export const longestWindow = 14;
const day = 86_400_000;

/** How many days of how much equipment one search looks into; what lies behind is not found. */
const mostEquipmentDays = 14_000;
const mostEquipment = 3_000;

/** Of how much equipment a search decides whether the sought time is free. */
export function mostCandidates({ from, until }: SoughtTime): number {
  const days = Math.ceil((until.getTime() - from.getTime()) / day);
  return Math.min(mostEquipment, Math.ceil(mostEquipmentDays / Math.max(1, days)));
}

const shortest = 15;
const longest = 1440;

/** Everything that is wrong with a search for equipment. */
export function equipmentProblems(input: EquipmentInput): FieldProblem[] {
  const { freeFrom, freeUntil, minutes } = input;
  const problems = [...placeProblems(input), ...keyProblem('type', input.type), ...wishProblems(input)];
  if (freeFrom && freeUntil) {
    const length = freeUntil.getTime() - freeFrom.getTime();
    if (length <= 0) problems.push({ field: 'freeUntil', message: { key: 'directory.windowOrder' } });
    else if (length > longestWindow * day)
      problems.push({
        field: 'freeUntil',
        message: { key: 'directory.windowLength', parameters: { days: longestWindow } },
      });
  } else if (freeFrom || freeUntil) {
    problems.push({ field: freeFrom ? 'freeUntil' : 'freeFrom', message: { key: 'directory.windowBoth' } });
  }
  if (typeof minutes === 'number' && !(shortest <= minutes && minutes <= longest)) {
    problems.push({
      field: 'minutes',
      message: { key: 'directory.minutes', parameters: { least: shortest, most: longest } },
    });
  }
  return [...problems, ...orderProblems(input)];
}

/** What can be no attribute, no number and no choice is asked of nothing. */
function wishProblems({ attributes }: EquipmentInput): FieldProblem[] {
  const wishes = attributes ?? [];
  if (wishes.length > mostWishes) {
    return [{ field: 'attributes', message: { key: 'directory.wishes', parameters: { most: mostWishes } } }];
  }
  return wishes.flatMap(({ key, atLeast, atMost, oneOf }, index) => {
    const numbers = [atLeast ?? 0, atMost ?? 0].every(Number.isFinite);
    const words = [key, ...(oneOf ?? [])].every((word) => /^[a-z0-9_]{1,40}$/.test(word));
    const ordered = typeof atLeast !== 'number' || typeof atMost !== 'number' || atLeast <= atMost;
    return numbers && words && ordered
      ? []
      : [{ field: `attributes.${index}`, message: { key: 'directory.wish' } } satisfies FieldProblem];
  });
}

/** An order needs what it goes by. */
function orderProblems({ order, near, freeFrom }: EquipmentInput): FieldProblem[] {
  if (order === 'nearest' && !near) return [{ field: 'order', message: { key: 'directory.orderNear' } }];
  if (order === 'soonest' && !freeFrom) return [{ field: 'order', message: { key: 'directory.orderTime' } }];
  return [];
}

/** A search for equipment without what was left empty, as somebody asks. */
export function equipmentFilter(input: EquipmentInput, actor: Actor): EquipmentFilter {
  const { type, group, freeFrom: from, freeUntil: until, minutes, usableByMe, order, attributes } = input;
  return {
    ...placeFilter(input),
    ...(type && { type }),
    ...(group && { group }),
    ...(from && until && { free: { from, until, ...(typeof minutes === 'number' && { minutes }) } }),
    ...(attributes?.length && { attributes }),
    ...(usableByMe && { usableBy: audienceReach(actor) }),
    ...(order && { order }),
  };
}
