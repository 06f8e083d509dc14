/** Equipment as far as it is told what a reader lacks to book it; nothing where the page need not know. */
interface ToBook {
  readonly viewerCan?: { readonly bookNeeds: readonly { readonly condition: string }[] };
}

/** Whether somebody who is signed in may not book it as things are; of visitors nobody knows. */
export function isBarred({ viewerCan }: ToBook): boolean {
  const needs = (viewerCan?.bookNeeds ?? []).map(({ condition }) => condition);
  return needs.includes('AUDIENCE') && !needs.includes('SIGNED_IN');
}
