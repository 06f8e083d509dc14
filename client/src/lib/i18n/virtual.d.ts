/** Loads the messages of an area in a language, by names such as `posts.lt`. */
declare module 'virtual:messages' {
  import type { Messages } from './words.ts';

  const areas: Readonly<Record<string, () => Promise<{ default: Messages }>>>;
  export default areas;
}
