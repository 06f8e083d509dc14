import { Booking, Occupancy } from './booking/booking.entity.ts';
import { Post, PostRevision, Reply } from './collaboration/post.entity.ts';
import { Centre } from './directory/centre.entity.ts';
import { City, Country } from './directory/city.entity.ts';
import { Equipment, EquipmentType, Unit } from './equipment/equipment.entity.ts';
import { NextFree } from './equipment/next-free.entity.ts';
import { OpeningException, OpeningRule } from './equipment/opening.entity.ts';
import { CityCoordinator, Mandate, Membership } from './identity/membership.entity.ts';
import { Organisation } from './identity/organisation.entity.ts';
import { Passkey } from './identity/passkey.entity.ts';
import { Person } from './identity/person.entity.ts';
import { SecondFactor } from './identity/second-factor.entity.ts';
import { Account, Session, Verification } from './identity/session.entity.ts';
import { LoggedEvent } from './live/event.entity.ts';
import { AttemptCount } from './shared/attempt-count.entity.ts';
import { ClientRequest, InstallationFact } from './shared/installation.entity.ts';

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
  NextFree,
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
