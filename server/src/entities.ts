import { Passkey } from './modules/accounts/passkeys/passkey.entity.ts';
import { SecondFactor } from './modules/accounts/second-factor/second-factor.entity.ts';
import { Account, Session, Verification } from './modules/accounts/sessions/session.entity.ts';
import { Booking, Occupancy } from './modules/booking/bookings/booking.entity.ts';
import { Post, PostRevision, Reply } from './modules/collaboration/posts/post.entity.ts';
import { Centre } from './modules/directory/centres/centre.entity.ts';
import { City, Country } from './modules/directory/cities/city.entity.ts';
import { Equipment } from './modules/equipment/items/equipment.entity.ts';
import { Unit } from './modules/equipment/units/unit.entity.ts';
import { OpeningException, OpeningRule } from './modules/opening-hours/hours/opening.entity.ts';
import { Organisation } from './modules/organisations/profile/organisation.entity.ts';
import { CityCoordinator, Mandate, Membership } from './modules/people/memberships/membership.entity.ts';
import { Person } from './modules/people/persons/person.entity.ts';
import { EquipmentType } from './modules/vocabulary/equipment-types/equipment-type.entity.ts';
import { ClientRequest, InstallationFact } from './platform/database/installation.entity.ts';
import { LoggedEvent } from './platform/events/event.entity.ts';
import { AttemptCount } from './platform/limits/attempt-count.entity.ts';

/** Every table of the platform. */
export const entities = [
  Account,
  AttemptCount,
  Booking,
  Centre,
  City,
  CityCoordinator,
  ClientRequest,
  Country,
  Equipment,
  EquipmentType,
  InstallationFact,
  LoggedEvent,
  Mandate,
  Membership,
  Occupancy,
  OpeningException,
  OpeningRule,
  Organisation,
  Passkey,
  Person,
  Post,
  PostRevision,
  Reply,
  SecondFactor,
  Session,
  Unit,
  Verification,
];
