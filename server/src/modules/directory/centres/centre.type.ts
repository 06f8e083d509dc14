import type { EntityDTO } from '@mikro-orm/core';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { CentreAct } from '../../../access/rights.rules.ts';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent, everyone } from '../../../platform/graphql/policy.ts';
import type { Centre } from './centre.entity.ts';
import type { AccessType, CentreModel, MembershipAccess, PointPrecision } from './centre.enums.ts';
import { CentreActEnum } from './centre-act.type.ts';
import { AccessTypeEnum, CentreModelEnum, MembershipAccessEnum, PointPrecisionEnum } from './centre-enums.type.ts';

@Allow(asParent)
@ObjectType('Point', { description: 'A point on the map.', simpleResolvers: true })
export class PointObject {
  @Field(() => Float, { description: 'Degrees north of the equator.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich.' })
  longitude: number;

  @Field(() => PointPrecisionEnum, { description: 'How exactly the point is known.' })
  precision: PointPrecision;
}

@Allow(asParent)
@ObjectType('CentreAbilities', { description: 'What the asking person may do with a centre.', simpleResolvers: true })
export class CentreAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether the person may act in the name of the centre.' })
  actFor: boolean;

  @Field(() => [CentreActEnum], {
    description: 'What the person may do there beyond using it; nothing for who does not work there.',
  })
  acts: CentreAct[];

  /** What later modules read about the asking person at this centre. */
  centreId: string;
}

/** What every reader may know of a centre, as its row gives it. */
type CentreFacts = Pick<
  EntityDTO<Centre>,
  | ('id' | 'slug' | 'name' | 'model' | 'summary' | 'summaryLanguage' | 'address' | 'latitude' | 'longitude')
  | ('pointPrecision' | 'zone' | 'currency' | 'languages' | 'accessType' | 'legalForm' | 'owner' | 'fundingMix')
  | ('membershipAccess' | 'houseRules' | 'membershipBenefits' | 'membershipLanguage')
  | ('contactEmail' | 'contactPhone' | 'contactAnswers')
  | ('governance' | 'staffCount' | 'floorArea' | 'foundedYear' | 'website' | 'source' | 'verifiedOn')
>;

@Allow(everyone)
@ObjectType('Centre', {
  description: 'A creative centre: makerspace, fab lab, arts incubator, STEAM centre …',
  simpleResolvers: true,
})
export class CentreObject implements CentreFacts {
  @Field(() => ID, { description: 'The id of the centre.' })
  id: string;

  @Field(() => String, { description: 'The part of an address that stands for the centre.' })
  slug: string;

  @Field(() => String, { description: 'The name the centre calls itself.' })
  name: string;

  @Field(() => CentreModelEnum, { description: 'What kind of centre it is.' })
  model: CentreModel;

  cityId: string;
  latitude?: number | null;
  longitude?: number | null;
  pointPrecision: PointPrecision;

  @Field(() => String, { description: 'What the centre offers, in `summaryLanguage`.' })
  summary: string;

  @Field(() => String, { description: 'BCP 47 tag of the language of the summary.' })
  summaryLanguage: string;

  @Field(() => String, { nullable: true, description: 'Street and number, where known.' })
  address?: string | null;

  @Field(() => String, { description: 'IANA time zone; opening hours are wall-clock times in it.' })
  zone: string;

  @Field(() => String, { description: 'ISO 4217, such as EUR.' })
  currency: string;

  @Field(() => [String], { description: 'BCP 47 tags of the languages spoken at the centre, its main one first.' })
  languages: string[];

  @Field(() => AccessTypeEnum, { nullable: true, description: 'Who may come in, where known.' })
  accessType?: AccessType | null;

  @Field(() => MembershipAccessEnum, { description: 'How it takes members.' })
  membershipAccess: MembershipAccess;

  @Field(() => String, { description: 'What every member keeps to, in `membershipLanguage`; empty where not told.' })
  houseRules: string;

  @Field(() => String, { description: 'What one may do as a member, in `membershipLanguage`; empty where not told.' })
  membershipBenefits: string;

  @Field(() => String, {
    description: 'BCP 47 tag of the language of `houseRules`, `membershipBenefits` and `contactAnswers`.',
  })
  membershipLanguage: string;

  @Field(() => String, { nullable: true, description: 'Address for e-mails to the centre, where it wants it shown.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone of the centre, where it wants it shown.' })
  contactPhone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'When the centre answers, in its words and `membershipLanguage`; null where not told.',
  })
  contactAnswers?: string | null;

  @Field(() => String, { nullable: true, description: 'Legal form, where known.' })
  legalForm?: string | null;

  @Field(() => String, { nullable: true, description: 'Who owns the centre, where known.' })
  owner?: string | null;

  @Field(() => String, { nullable: true, description: 'Where its money comes from, where known.' })
  fundingMix?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is run, where known.' })
  governance?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people work there, where known.' })
  staffCount?: number | null;

  @Field(() => Int, { nullable: true, description: 'Floor space in square metres, where known.' })
  floorArea?: number | null;

  @Field(() => Int, { nullable: true, description: 'The year it was founded, where known.' })
  foundedYear?: number | null;

  @Field(() => String, { nullable: true, description: "Address of the centre's own website." })
  website?: string | null;

  @Field(() => String, { nullable: true, description: 'Where these facts come from.' })
  source?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day somebody confirmed the facts.' })
  verifiedOn?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Kilometres from the `near` point of the search; null where none was given or the place is unknown.',
  })
  distance?: number | null;
}
