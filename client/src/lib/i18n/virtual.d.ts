declare module 'virtual:messages' {
  import type { Messages } from '@lingui/core';

  /** One loader for each message file, by its name without `.json`: `home.lt`. */
  export const loaders: Record<string, (() => Promise<{ default: Messages }>) | undefined>;
}
