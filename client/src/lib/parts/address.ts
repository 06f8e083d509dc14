import { getContext, setContext } from 'svelte';

/** The address of a page; to change it, make a new one. */
export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly searchParams: Iterable<[string, string]> & Pick<URLSearchParams, 'has'>;
}

/** Under which a component finds the address of its page. */
export const addressKey = Symbol('address');

export const provideAddress = (current: () => Address): void => void setContext(addressKey, current);

/** The address of the page, wherever a component runs: `const address = useAddress();`, then `address().pathname`. */
export const useAddress = (): (() => Address) => getContext(addressKey);
