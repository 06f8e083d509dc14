import { Field, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import type { BookingDecision } from '../../booking/conditions/conditions.ts';
import { BookingCheckObject, presentCheck } from '../../booking/conditions/refusal.type.ts';

@Allow(asParent)
@ObjectType('DeskVerdict', {
  description: 'What booking a wish would come to now, by the rights of whom it is for.',
  simpleResolvers: true,
})
export class DeskVerdictObject {
  @Field(() => Boolean, { description: 'Whether nothing stands against it.' })
  passed: boolean;

  @Field(() => [BookingCheckObject], { complexity: rows(15), description: 'Every condition, met or not.' })
  checks: BookingCheckObject[];
}

/** A decision as the staff read it. */
export const presentDecision = ({ outcome, checks }: BookingDecision, locale: Locale): DeskVerdictObject => ({
  passed: outcome !== 'REFUSED',
  checks: checks.map((check) => presentCheck(check, locale)),
});
