import type { Message } from '../../../platform/i18n/translate.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { bodyProblems } from '../publishing/post-fields.rules.ts';
import { excerptOf } from './excerpt.rules.ts';
import { mostRendered, plainHtml, renderMarkdown, TextTooRich } from './markdown.ts';

/** A text as it is kept: rendered when it is written, so that reading it costs nothing. */
export interface WrittenText {
  /** Markdown. */
  readonly body: string;
  readonly bodyHtml: string;
  /** Its beginning as plain text. */
  readonly excerpt: string;
}

/** Characters of a text that a list shows. */
const excerptLength = 220;

/** A text to be kept, or everything that is wrong with it. */
export function writeText(source: string): WrittenText | readonly FieldProblem[] {
  const problems = bodyProblems(source);
  if (problems.length > 0) return problems;
  try {
    const body = source.trim();
    return written(body, renderMarkdown(body));
  } catch (error) {
    if (error instanceof TextTooRich) return [{ field: 'body', message: tooRich[error.limit] }];
    throw error;
  }
}

const tooRich: Record<TextTooRich['limit'], Message> = {
  tokens: { key: 'posts.tooRich' },
  cells: { key: 'posts.tooManyCells', parameters: { largest: mostRendered.cells } },
  bytes: { key: 'posts.tooRich' },
};

/** A text that was accepted once, rendered now; as it was typed where its Markdown goes beyond today's limits. */
export function renderText(body: string): WrittenText {
  try {
    return written(body, renderMarkdown(body));
  } catch (error) {
    if (error instanceof TextTooRich) return written(body, plainHtml(body));
    throw error;
  }
}

const written = (body: string, bodyHtml: string): WrittenText => ({
  body,
  bodyHtml,
  excerpt: excerptOf(bodyHtml, excerptLength),
});
