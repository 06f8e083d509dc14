/** What was typed but not sent, kept for this tab; nothing where the browser keeps nothing. */
export function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(`draft:${key}`) ?? '';
  } catch {
    return '';
  }
}

/** Keeps a text under the key, or forgets it where it is empty. */
export function writeDraft(key: string, text: string): void {
  try {
    if (text.trim() === '') sessionStorage.removeItem(`draft:${key}`);
    else sessionStorage.setItem(`draft:${key}`, text);
  } catch {
    // A browser that keeps nothing must not keep anybody from writing.
  }
}
