/** What was typed into the forms of a page, by the place of the form and the name of the field. */
type Typed = Readonly<Record<string, string>>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const keyOf = (person: string, path: string) => `forms ${person} ${path}`;

/** Fields that somebody types into, with what names each of them on its page; never a password. */
function controlsOf(root: ParentNode): [string, Control][] {
  return [...root.querySelectorAll('form')].flatMap((form, place) =>
    [...form.elements].flatMap((control): [string, Control][] => {
      const typed =
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement ||
        (control instanceof HTMLInputElement &&
          ['text', 'search', 'email', 'date', 'time', 'number'].includes(control.type));
      return typed && control.name ? [[`${place} ${control.name}`, control]] : [];
    }),
  );
}

const changed = (control: Control): boolean =>
  control instanceof HTMLSelectElement
    ? [...control.options].some((option) => option.selected !== option.defaultSelected)
    : control.value !== control.defaultValue;

/** Keeps what was typed for the same person, who comes back to the same page in this tab. */
export function keepForms(root: ParentNode, person: string, path: string): void {
  const typed = controlsOf(root).flatMap(([name, control]) => (changed(control) ? [[name, control.value]] : []));
  if (typed.length === 0) return;
  try {
    sessionStorage.setItem(keyOf(person, path), JSON.stringify(Object.fromEntries(typed)));
  } catch {
    // A tab that may keep nothing loses it.
  }
}

/** Gives back, once, what was kept. */
export function giveBackForms(root: ParentNode, person: string, path: string): void {
  const key = keyOf(person, path);
  let kept: Typed;
  try {
    kept = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  for (const [name, control] of controlsOf(root)) {
    const value = kept[name];
    if (value === undefined || changed(control)) continue;
    control.value = value;
    control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  }
}
