import { prefersReducedMotion } from 'svelte/motion';
import { onNavigate } from '$app/navigation';

/** One page fades into another; a page that only shows something else of itself stays still. */
export function turnPages(): void {
  onNavigate(({ from, to, complete }) => {
    if (!document.startViewTransition || prefersReducedMotion.current) return;
    if (from?.url.pathname === to?.url.pathname) return;
    return new Promise((turned) => {
      const transition = document.startViewTransition(async () => {
        turned();
        await complete.catch(() => {});
      });
      // Skipped where the window is hidden or the reader has gone on already; the page is there all the same.
      transition.ready.catch(() => {});
    });
  });
}
