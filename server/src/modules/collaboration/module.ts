import { EventCalendarResolver } from './calendar/event-calendar.resolver.ts';
import { ChangePostResolver } from './changing/change-post.resolver.ts';
import { PostChangesResolver } from './news/post-changes.resolver.ts';
import { Post, PostRevision, Reply } from './posts/post.entity.ts';
import { postEvents } from './posts/post.events.ts';
import { PostResolver } from './posts/post.resolver.ts';
import { PostFieldsResolver } from './posts/post-fields.resolver.ts';
import { postTypes } from './posts/post-kinds.type.ts';
import { PublishPostResolver } from './publishing/publish-post.resolver.ts';
import { ReplyResolver } from './replies/reply.resolver.ts';
import { CentrePostsResolver } from './search/centre-posts.resolver.ts';
import { unrenderedTexts } from './text/unrendered-texts.job.ts';

export const collaboration = {
  resolvers: [
    PostResolver,
    PostFieldsResolver,
    PublishPostResolver,
    ChangePostResolver,
    PostChangesResolver,
    CentrePostsResolver,
    EventCalendarResolver,
    ReplyResolver,
  ],
  types: postTypes,
  entities: [Post, PostRevision, Reply],
  events: postEvents,
  queues: [unrenderedTexts],
} as const;
