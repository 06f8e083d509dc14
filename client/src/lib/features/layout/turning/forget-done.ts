import { afterNavigate, goto } from '$app/navigation';

/** Takes `done` out of the address once the page has said it, so that a link copied from there does not say it to others. */
export function forgetDone(): void {
  afterNavigate(({ to }) => {
    if (!to?.url.searchParams.has('done')) return;
    const url = new URL(to.url);
    url.searchParams.delete('done');
    void goto(url, { shallow: true, replace: true });
  });
}
