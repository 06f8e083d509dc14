/** How many digits a code has. */
export const codeLength = 6;

/** How long a code and its link work, in minutes. */
export const codeMinutes = 15;

/** After so many wrong codes the right one is worth nothing either. */
export const wrongCodes = 6;

/** How long what was typed waits for a code after the last letter, so that another one may be asked for, in minutes. */
export const pendingMinutes = 120;

/** The digits of a code as somebody typed or pasted it: mail programs and people put spaces between them. */
export const tidyCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '');

/** Whether a text has the shape of a code. */
export const isCode = (text: string): boolean => new RegExp(`^\\d{${codeLength}}$`).test(text);

const minutesLater = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

/** When a code that was sent then ends. */
export const codeEndsAt = (sentAt: Date): Date => minutesLater(sentAt, codeMinutes);

/** When what waits for a code that was sent then is forgotten. */
export const pendingUntil = (sentAt: Date): Date => minutesLater(sentAt, pendingMinutes);
