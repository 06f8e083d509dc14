/** What an attribute of equipment is told by: a number with a unit, a line of text, yes or no, or some of a few choices. */
export const attributeKinds = ['number', 'text', 'flag', 'choices'] as const;
export type AttributeKind = (typeof attributeKinds)[number];
