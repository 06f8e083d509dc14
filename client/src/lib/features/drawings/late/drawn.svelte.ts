/**
 * The inside of an `<svg>` that came drawn with its page and stays so. The rules are at hand where pages are made; the
 * browser fetches them only for what it makes or changes itself.
 */
export class Drawn<Rules> {
  // What a page brought stays where its place is not empty.
  html = $state(' ');
  readonly #fetch: () => Promise<Rules>;
  readonly #draw: (rules: Rules) => string;
  readonly #what: () => unknown;

  constructor(drawing: {
    atHand: Rules | undefined;
    fetch: () => Promise<Rules>;
    draw: (rules: Rules) => string;
    /** What is drawn, that another drawing is made where it changes. */
    what: () => unknown;
  }) {
    this.#fetch = drawing.fetch;
    this.#draw = drawing.draw;
    this.#what = drawing.what;
    if (drawing.atHand) this.html = drawing.draw(drawing.atHand);
  }

  attach = (svg: SVGElement): void => {
    let here = svg.childElementCount > 0 ? JSON.stringify(this.#what()) : undefined;
    $effect(() => {
      const wanted = JSON.stringify(this.#what());
      if (wanted === here) return;
      here = wanted;
      void this.#fetch().then((rules) => {
        if (here === wanted) this.html = this.#draw(rules);
      });
    });
  };
}
