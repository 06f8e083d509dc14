interface Identified {
  readonly id: string;
}

/** What a stream told of a list of posts since the page was made. */
export interface PostNews<Post extends Identified> {
  /** New ones that the list does not show yet, the newest first. */
  readonly waiting: readonly Post[];
  /** New ones that it shows above the others, the newest first. */
  readonly shown: readonly Post[];
  /** Later versions, by id. */
  readonly changed: ReadonlyMap<string, Post>;
  /** Ids of those taken back. */
  readonly withdrawn: ReadonlySet<string>;
}

/** One message of the stream. */
export interface PostEvent<Post extends Identified> {
  readonly kind: 'PUBLISHED' | 'EDITED' | 'WITHDRAWN' | 'REPLIED';
  readonly post: Post;
}

export const noNews: PostNews<never> = {
  waiting: [],
  shown: [],
  changed: new Map<string, never>(),
  withdrawn: new Set(),
};

/** Takes in one message. A post taken back keeps its words where it is already shown, and never appears where not. */
export function hear<Post extends Identified>(news: PostNews<Post>, { kind, post }: PostEvent<Post>): PostNews<Post> {
  const others = news.waiting.filter(({ id }) => id !== post.id);
  if (kind === 'PUBLISHED') {
    return news.shown.some(({ id }) => id === post.id) ? news : { ...news, waiting: [post, ...others] };
  }
  if (kind === 'WITHDRAWN') return { ...news, waiting: others, withdrawn: new Set([...news.withdrawn, post.id]) };
  return {
    ...news,
    waiting: news.waiting.map((each) => (each.id === post.id ? post : each)),
    changed: new Map([...news.changed, [post.id, post]]),
  };
}

/** Shows what waited. */
export const reveal = <Post extends Identified>(news: PostNews<Post>): PostNews<Post> => ({
  ...news,
  waiting: [],
  shown: [...news.waiting, ...news.shown],
});

/** The list as it is now: what was revealed above what came with the page, each in its latest version, once. */
export function withNews<Post extends Identified>(posts: readonly Post[], news: PostNews<Post>): Post[] {
  const added = news.shown.filter(({ id }) => !posts.some((post) => post.id === id));
  return [...added, ...posts].map((post) => news.changed.get(post.id) ?? post);
}

/** New posts that neither the page brought nor the list shows. */
export const stillWaiting = <Post extends Identified>(posts: readonly Post[], news: PostNews<Post>): readonly Post[] =>
  news.waiting.filter(({ id }) => !posts.some((post) => post.id === id));
