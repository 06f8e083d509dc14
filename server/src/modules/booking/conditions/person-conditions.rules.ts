import type { ConditionCheck } from './booking-condition.rules.ts';
import type { BookingFacts } from './facts.rules.ts';

type PersonFacts = Pick<BookingFacts, 'booker' | 'audience' | 'centreName'>;

/** Somebody is signed in. */
export const checkSignedIn = ({ booker }: PersonFacts): ConditionCheck =>
  booker.signedIn
    ? { condition: 'signed_in', passed: true, message: { key: 'booking.signedIn.met' } }
    : {
        condition: 'signed_in',
        passed: false,
        message: { key: 'booking.signedIn.unmet' },
        remedy: { key: 'booking.signedIn.remedy' },
      };

/** The e-mail address is confirmed. */
export function checkEmailVerified({ booker }: PersonFacts): ConditionCheck {
  const condition = 'email_verified';
  if (booker.emailVerified) return { condition, passed: true, message: { key: 'booking.emailVerified.met' } };
  return {
    condition,
    passed: false,
    message: { key: booker.signedIn ? 'booking.emailVerified.unmet' : 'booking.emailVerified.needed' },
    remedy: { key: booker.signedIn ? 'booking.emailVerified.remedy' : 'booking.emailVerified.remedyVisitor' },
  };
}

/** The booker is one of those for whom the equipment is there. */
export function checkAudience({ audience, booker, centreName }: PersonFacts): ConditionCheck {
  const condition = 'audience';
  const parameters = { centre: centreName };
  if (booker.inAudience)
    return { condition, passed: true, message: { key: `booking.audience.${audience}.met`, parameters } };
  // Everyone is in the audience of `everyone`, so that only two are left to explain.
  const limited = audience === 'members' ? 'members' : 'network';
  return {
    condition,
    passed: false,
    message: { key: `booking.audience.${limited}.unmet`, parameters },
    remedy: { key: `booking.audience.${limited}.remedy`, parameters },
  };
}
