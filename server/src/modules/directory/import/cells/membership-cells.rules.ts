import { type MembershipAccess, membershipAccesses } from '../../centres/centre.enums.ts';
import type { Cell, RowCells } from './cells.rules.ts';
import { emailAddress, languageTag, phoneNumber } from './values.rules.ts';

/** What a row says of how a centre takes members and is reached; undefined leaves what is known, null erases it. */
export interface MembershipFacts {
  readonly membershipAccess: Cell<MembershipAccess>;
  readonly membershipBenefits: Cell<string>;
  readonly houseRules: Cell<string>;
  readonly membershipLanguage: Cell<string>;
  readonly contactEmail: Cell<string>;
  readonly contactPhone: Cell<string>;
  readonly contactAnswers: Cell<string>;
}

/** The cells of a row about members and contact. */
export const membershipFacts = (cells: RowCells): MembershipFacts => ({
  membershipAccess: cells.oneOf('membership', membershipAccesses),
  membershipBenefits: cells.text('membership_benefits', 2000),
  houseRules: cells.text('house_rules', 4000),
  membershipLanguage: cells.parsed(
    'membership_language',
    languageTag,
    'This must be one language tag, such as lt or en.',
  ),
  contactEmail: cells.parsed('contact_email', emailAddress, 'This is no e-mail address.'),
  contactPhone: cells.parsed(
    'contact_phone',
    phoneNumber,
    'This must be a telephone number of 5 to 20 digits, such as +370 5 123 4567.',
  ),
  contactAnswers: cells.text('contact_answers', 240),
});
