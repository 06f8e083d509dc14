import { untrack } from 'svelte';

/** What was done, which a page is told once, for as long as it is about the same thing, also when it is read anew. */
export function keepDone<Deed>(told: () => Deed | undefined, of: () => string): { readonly deed: Deed | undefined } {
  let kept = $state.raw({ of: of(), deed: told() });
  $effect.pre(() => {
    const [deed, about] = [told(), of()];
    if (deed !== undefined || about !== untrack(() => kept).of) kept = { of: about, deed };
  });
  return {
    get deed() {
      return kept.deed;
    },
  };
}
