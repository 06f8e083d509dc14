/** Tells that the page answers to the reader, who may have done something before; see `when-used.ts`. */
export function announceStart(): void {
  document.documentElement.dataset.started = '';
  dispatchEvent(new Event('talka:started'));
}
