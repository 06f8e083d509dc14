/**
 * Resolves when the reader first touches the page, or has looked at it for some seconds; only then its scripts are
 * fetched. Until then links, forms and disclosures are the browser's own. Runs before any module: its text is
 * written into the page, so it must not refer to anything outside.
 */
export function whenUsed(): Promise<void> {
  const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'];
  const native = 'a[href], summary, label, input, select, textarea, button:not([type=button])';
  return new Promise((resolve) => {
    let missed: MouseEvent | undefined;
    const miss = (event: MouseEvent) => {
      if (event.target instanceof Element && !event.target.closest(native)) missed = event;
    };
    const start = () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, start, true);
      for (const link of document.querySelectorAll('link[rel=later]')) {
        const preload = document.createElement('link');
        preload.rel = 'modulepreload';
        preload.href = link.getAttribute('href') ?? '';
        link.replaceWith(preload);
      }
      resolve();
    };
    // Not a wish to wait: a page that nobody touches, on a screen on the wall, comes alive too.
    const timer = setTimeout(start, 4000);
    for (const sign of signs) addEventListener(sign, start, { capture: true, passive: true });
    addEventListener('click', miss, true);
    addEventListener(
      'talka:started',
      () => {
        removeEventListener('click', miss, true);
        missed?.target?.dispatchEvent(new MouseEvent('click', missed));
      },
      { once: true },
    );
  });
}
