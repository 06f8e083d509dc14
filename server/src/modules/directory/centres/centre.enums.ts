/** Models of creative centres, after the vocabulary of the Vilnius action plan and fablabs.io. */
export const centreModels = [
  'makerspace',
  'fab_lab',
  'hackerspace',
  'arts_incubator',
  'steam_centre',
  'startup_incubator',
  'innovation_centre',
  'creative_hub',
  'cultural_centre',
  'community_centre',
  'citizen_lab',
] as const;
export type CentreModel = (typeof centreModels)[number];

/** Who may come in; after Open Know-Where 1.0, "access type". */
export const accessTypes = ['restricted', 'by_membership', 'by_booking', 'open'] as const;
export type AccessType = (typeof accessTypes)[number];

/** How a centre takes members: at once, after its staff said yes, or not here. */
export const membershipAccesses = ['open', 'on_request', 'elsewhere'] as const;
export type MembershipAccess = (typeof membershipAccesses)[number];

/** How exactly a centre's point on the map is known. */
export const pointPrecisions = ['exact', 'approximate', 'city'] as const;
export type PointPrecision = (typeof pointPrecisions)[number];
