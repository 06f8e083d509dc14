/** Resolves when somebody points at, touches or comes by keyboard to an element. */
export function used(element: Element, { signal }: { signal: AbortSignal }): Promise<void> {
  return new Promise((resolve) => {
    for (const sign of ['pointerenter', 'pointerdown', 'focusin'])
      element.addEventListener(sign, () => resolve(), { signal, once: true, passive: true });
  });
}
