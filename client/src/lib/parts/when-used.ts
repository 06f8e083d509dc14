/**
 * Resolves when the reader first touches the page, or has looked at it for some seconds; only then its scripts are
 * fetched. Until then links, forms and disclosures are the browser's own; what the reader does with them meanwhile
 * is done again once the page has started. Runs before any module: its text is written into the page, so it must
 * not refer to anything outside.
 */
export function whenUsed(): Promise<void> {
  type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  const signs = ['pointermove', 'pointerdown', 'touchstart', 'wheel', 'keydown', 'focusin'];
  const deeds = ['input', 'toggle', 'click'];
  const native = 'a[href], summary, label, input, select, textarea, button:not([type=button])';
  const again = new Map<Element, () => void>();

  const remember = (event: Event) => {
    const { type, target } = event;
    if (!(target instanceof Element)) return;
    if (target instanceof HTMLDetailsElement) {
      const { open } = target;
      again.set(target, () => target.toggleAttribute('open', open));
    } else if (type === 'input' && !target.matches('[type=file]')) {
      const control = target as Control;
      const { value, checked = false } = control as HTMLInputElement;
      again.set(control, () => {
        control.value = value;
        if ('checked' in control) control.checked = checked;
        for (const word of ['input', 'change']) control.dispatchEvent(new Event(word, { bubbles: true }));
      });
    } else if (type === 'click' && !target.closest(native)) {
      again.set(target, () => target.dispatchEvent(new MouseEvent('click', event)));
    }
  };
  for (const deed of deeds) addEventListener(deed, remember, true);
  const started = () => {
    for (const deed of deeds) removeEventListener(deed, remember, true);
    for (const redo of again.values()) redo();
  };
  addEventListener('talka:started', started, { once: true });

  return new Promise((resolve) => {
    const start = () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, start, true);
      resolve();
    };
    // A page that nobody touches, such as one on a screen on the wall, comes alive too.
    const timer = setTimeout(start, 4000);
    for (const sign of signs) addEventListener(sign, start, { capture: true, passive: true });
  });
}
