import { Suggest, type Suggestion } from './suggest.ts';

/** So long somebody has to pause in typing before something is suggested, in milliseconds. */
const pause = 150;

/** What is suggested for what stands in a field; the last text that was typed wins. */
export class Suggestions {
  /** Undefined while nothing was typed or asked. */
  found = $state.raw<readonly Suggestion[]>();
  /** Which of them the keyboard stands on. */
  at = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  readonly chosen = $derived(this.found?.[this.at]);

  /** Asks for a text after a pause, unless something else is typed meanwhile. */
  typed(text: string, city: string | undefined): void {
    clearTimeout(this.#timer);
    this.#asked = text.trim();
    if (this.#asked === '') this.close();
    else this.#timer = setTimeout(() => void this.#ask(this.#asked, city), pause);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked = '';
    this.found = undefined;
    this.at = -1;
  }

  /** To the next or the one before, round the end, and over none of them. */
  move(step: 1 | -1): void {
    const places = (this.found?.length ?? 0) + 1;
    this.at = ((this.at + 1 + step + places) % places) - 1;
  }

  async #ask(text: string, city: string | undefined): Promise<void> {
    const { browserApi } = await import('#lib/api/browser.ts');
    const { data } = await browserApi().query(Suggest, { text, city: city ?? null, first: 6 });
    // Without an answer the form still sends what was typed.
    if (text !== this.#asked || !data) return;
    this.found = data.suggestEquipment;
    this.at = -1;
  }
}
