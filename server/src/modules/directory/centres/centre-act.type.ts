import type { CentreAct } from '../../../access/rights.rules.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';

export const CentreActEnum = enumOf<CentreAct>(
  'CentreAct',
  'What those who work at a centre may do there, each by their role.',
  {
    'see-desk': 'See its desk: the day, its bookings and whose they are.',
    'check-in': 'Check people in and out.',
    extend: 'Let a booking last longer.',
    'handle-problems': 'See problems of its machines, take them up and settle them.',
    'hand-over': 'Write notes for the next shift.',
    'book-for-others': 'Book for others, move and cancel what others booked.',
    approve: 'Answer bookings that wait for the centre.',
    'override-time': 'Set aside a condition about the time of a booking, with a reason.',
    block: 'Take a machine or a unit out of use for a time.',
    admit: 'Answer requests for membership, invite members and renew their terms.',
    'see-people': 'See who belongs to the centre.',
    'edit-equipment': 'Add and edit machines and their units.',
    'edit-pictures': 'Add and edit pictures and documents.',
    'act-for-centre': 'Act in the name of the centre.',
    'moderate-posts': 'Withdraw posts of the centre.',
    appoint: 'Give and take roles.',
    'edit-plans': 'Edit the plans of membership.',
    'edit-rules': 'Edit who may book what and when.',
    'edit-hours': 'Change opening hours.',
    'edit-profile': 'Edit the profile of the centre.',
    'edit-settings': 'Say who is told of what; make and revoke feeds.',
    'override-all': 'Set aside any condition that can be, with a reason.',
    'see-reports': 'See what its machines were used for.',
    'see-audit': 'See who did what.',
  },
);
