/** A paragraph of the published text, and whether the reader's own text lacks it. */
export interface ComparedParagraph {
  readonly text: string;
  readonly missing: boolean;
}

const paragraphs = (text: string) =>
  text
    .split(/\r?\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** The paragraphs of the published text, marking those that stand nowhere in the other text. */
export function compareTexts(published: string, own: string): ComparedParagraph[] {
  const known = new Set(paragraphs(own));
  return paragraphs(published).map((text) => ({ text, missing: !known.has(text) }));
}
