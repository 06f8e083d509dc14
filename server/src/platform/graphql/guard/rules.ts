import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule, visit, visitInParallel } from 'graphql';
import type { Limits } from './limits.ts';
import { beyond, type Figure } from './refusal.ts';
import { widthOf } from './width.ts';

/** What graphql-armor calls with what it measured. */
type Accept = (context: ValidationContext | null, details: { readonly n: number }) => void;

/**
 * One rule of validation that refuses documents beyond the limits. The rules of graphql-armor measure; a refused
 * document is examined no further, since that is where an attack would be at work.
 */
export function limitsRule(limits: Limits): ValidationRule {
  const refuse = (figures: Partial<Record<Figure, number>>): void => {
    const refusal = beyond(figures, limits);
    if (refusal) throw new GraphQLError(refusal.message, { originalError: refusal });
  };
  const measured = (figure: Figure) => ({
    n: Number.POSITIVE_INFINITY,
    onAccept: [((_context, { n }) => refuse({ [figure]: n })) satisfies Accept],
  });
  const rules: readonly ValidationRule[] = [
    // Fragments are not an escape: they count as what they stand for.
    maxDepthRule({ ...measured('depth'), flattenFragments: true, ignoreIntrospection: true }),
    maxAliasesRule({ ...measured('aliases'), allowList: [] }),
    maxDirectivesRule(measured('directives')),
  ];
  return (context) => ({
    Document(document) {
      try {
        visit(document, visitInParallel(rules.map((rule) => rule(context))));
        refuse({ ...widthOf(document) });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        context.reportError(error);
        return { ...document, definitions: [] };
      }
    },
  });
}
