/** Whether a text may be the token of a switch at all; saves asking the database for what it would refuse. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
