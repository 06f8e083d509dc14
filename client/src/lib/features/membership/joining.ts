import { getContext, setContext } from 'svelte';
import type { Problem } from '#lib/api/errors.ts';
import type { JoiningCentre } from './membership.documents.ts';

/** What a page knows that lets its reader become a member where they stand. */
export interface JoiningPage {
  readonly centre: JoiningCentre;
  /** What the forms of the page were answered. */
  readonly form: { readonly typed?: Partial<Record<string, string>>; readonly problem?: Problem } | null;
}

const joining = Symbol('joining');

/** Lets the components of a page show the panel of membership; the page has the actions of `join-actions.server.ts`. */
export const offerJoining = (page: () => JoiningPage): void => void setContext(joining, page);

/** The offer of the page as it is now; undefined where there is none. */
export const useJoining = (): (() => JoiningPage) | undefined => getContext(joining);
