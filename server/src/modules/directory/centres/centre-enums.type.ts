import { enumOf } from '../../../platform/graphql/enums.ts';
import type { AccessType, CentreModel, MembershipAccess, PointPrecision } from './centre.enums.ts';

export const CentreModelEnum = enumOf<CentreModel>('CentreModel', 'What kind of creative centre it is.', {
  makerspace: 'Open workshops run by or for their users.',
  fab_lab: 'A laboratory for digital fabrication that follows the Fab Charter.',
  hackerspace: 'A place that a technical community runs itself.',
  arts_incubator: 'Studios and support for artists and creative firms.',
  steam_centre: 'An open-access laboratory for pupils and teachers: science, technology, engineering, arts, maths.',
  startup_incubator: 'Space and advice for young firms.',
  innovation_centre: 'A centre that brings research and firms together.',
  creative_hub: 'Shared work space of the creative industries.',
  cultural_centre: 'A house for culture with workshops or studios.',
  community_centre: 'A house of the neighbourhood with shared tools or rooms.',
  citizen_lab: 'A laboratory where citizens shape projects of common interest.',
});

export const AccessTypeEnum = enumOf<AccessType>('AccessType', 'Who may come in.', {
  restricted: 'Only certain people, such as students of one school.',
  by_membership: 'Members.',
  by_booking: 'Anyone who has booked.',
  open: 'Anyone during opening hours.',
});

export const MembershipAccessEnum = enumOf<MembershipAccess>('MembershipAccess', 'How a centre takes members.', {
  open: 'Whoever asks is a member at once.',
  on_request: 'Its staff answer each request.',
  elsewhere: 'Not here: ask the centre itself, by its contact or website.',
});

export const PointPrecisionEnum = enumOf<PointPrecision>('PointPrecision', 'How exactly a point on the map is known.', {
  exact: 'The door.',
  approximate: 'The street or quarter.',
  city: 'The middle of the city only.',
});
