import { enumOf } from '../../../platform/graphql/enums.ts';
import type { ExchangeSubject, ExchangeTerms, PostAudience, PostKind, PostOrder, PostState } from './post.enums.ts';

export const PostKindEnum = enumOf<PostKind>('PostKind', 'What a post is about.', {
  offer: 'Something is given.',
  request: 'Something is sought.',
  event: 'Something happens at a time.',
  discussion: 'Something is talked about.',
});

export const PostAudienceEnum = enumOf<PostAudience>('PostAudience', 'Who may read a post.', {
  public: 'Anyone, also without an account.',
  network: 'People who belong to any centre or act for an organisation.',
  members: 'Members and staff of its home centre.',
});

export const PostStateEnum = enumOf<PostState>('PostState', 'Whether a post still holds.', {
  open: 'It holds.',
  withdrawn: 'It was taken back; only its author and the staff of its home centre still read it.',
});

export const ExchangeSubjectEnum = enumOf<ExchangeSubject>(
  'ExchangeSubject',
  'What an offer gives or a request seeks.',
  {
    equipment: 'Time on equipment, or the equipment itself.',
    space: 'A room, a hall, a table, a yard.',
    skill: 'Knowledge, advice or a hand.',
    material: 'Material or left-overs of it.',
    partner: 'A partner in a project.',
  },
);

export const ExchangeTermsEnum = enumOf<ExchangeTerms>('ExchangeTerms', 'On which terms.', {
  gift: 'For nothing.',
  swap: 'For something else.',
  paid: 'For money.',
  open: 'To be agreed.',
});

export const PostOrderEnum = enumOf<PostOrder>('PostOrder', 'In which order posts are listed.', {
  newest: 'The newest first.',
  soonest: 'Events alone, the one that starts first at the top.',
});
