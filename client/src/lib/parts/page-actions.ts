/** What a component may do with its page. */
export interface PageActions {
  /** Leads to an address of the same page, where the reader stays at the same place. */
  go(address: string): void;
  /** Changes the address in the bar alone. */
  rename(address: string): void;
  /** Loads what the page shows again: what depends on a name, or all of it. */
  reload(name?: `talka:${string}`): void;
  /** As `reload`, under an address that the page was renamed to. */
  reloadAs(address: string, name: `talka:${string}`): void;
  /** Tells, from a component that is being made, of each new page that keeps it. */
  onArrival(listener: () => void): void;
}

/** The browser's own ways, until SvelteKit runs the page. */
export const pageActions: PageActions = {
  go: (address) => location.assign(address),
  rename(address) {
    history.replaceState(history.state, '', address);
    const { pathname, search } = location;
    // The frame of a visitor's page stands still; its links lead back to what the page shows now.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-back]')) {
      link.search = link.dataset.back === 'next' ? `?next=${encodeURIComponent(pathname + search)}` : search;
    }
  },
  reload: () => location.reload(),
  reloadAs: (address) => location.replace(address),
  onArrival: () => {},
};

/** Lets SvelteKit do these things without a new page. */
export function replaceActions(actions: PageActions): void {
  Object.assign(pageActions, actions);
}
