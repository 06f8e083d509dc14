const isTyping = (target: Element) => target.matches('input, textarea, select, [contenteditable]');

/** The first thing in a row that takes the focus: what answers it, or what became of it. */
const entryOf = (row: Element | undefined) =>
  row?.querySelector<HTMLElement>('[data-key="a"], [data-key="i"], [data-key="o"], [data-result], [data-key]');

/**
 * One key on the row that has the focus: `a` says yes, `d` opens the field for a no, `i` checks in, `o` out, `e` extends,
 * `p` shows the booking; the arrows lead to the rows beside it, `?` asks for the list of keys.
 */
export function pressRowKey(event: KeyboardEvent, list: HTMLElement, showKeys: () => void): void {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey || altKey || isTyping(target)) return;
  if (key === '?') showKeys();
  const rows = [...list.querySelectorAll('[data-row]')];
  const at = rows.findIndex((row) => row.contains(target));
  const row = rows[at];
  if (!row) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    entryOf(rows[at + (key === 'ArrowDown' ? 1 : -1)])?.focus();
  } else if ('adioep'.includes(key) && key.length === 1) {
    row.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
    // At once: whoever goes on typing must not give commands.
    row.querySelector<HTMLElement>('details[open] textarea')?.focus();
  } else {
    return;
  }
  event.preventDefault();
}
