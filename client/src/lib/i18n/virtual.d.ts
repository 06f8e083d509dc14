declare module 'virtual:messages' {
  import type { Messages } from './words.ts';

  /** One loader for each message file, by its name without `.json`: `home.lt`. */
  export const loaders: Record<string, (() => Promise<{ default: Messages }>) | undefined>;
}
