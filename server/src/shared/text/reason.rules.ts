/** The longest reason that people give each other for what they decide, in characters. */
export const longestReason = 400;
