import { postsFeed } from '#lib/features/sharing/posts-feed.server.ts';

export const GET = (event) => postsFeed(event, 'posts', null);
