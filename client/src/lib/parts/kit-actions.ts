import { afterNavigate, goto, invalidate, invalidateAll } from '$app/navigation';
import { replaceActions } from './page-actions.ts';

replaceActions({
  go: (address) => void goto(address, { reset: false }),
  rename: (address) => void goto(address, { shallow: true, replace: true }),
  reload: (name) => void (name ? invalidate(name) : invalidateAll()),
  reloadAs: (address, name) => void goto(address, { replace: true, reset: false, invalidate: [name] }),
  onArrival: afterNavigate,
});
