/** The messages of each route by its id; `frame` are those of what stands round every page. */
declare module 'virtual:messages/routes' {
  import type { Messages } from './words.ts';

  export function load(locale: string, routeId: string): Promise<{ default: Messages }>;
}

/** The messages of each part by its name. */
declare module 'virtual:messages/parts' {
  import type { Messages } from './words.ts';

  export function load(locale: string, part: string): Promise<{ default: Messages }>;
}
