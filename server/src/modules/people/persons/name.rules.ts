import type { Message } from '../../../platform/i18n/translate.ts';
import { lineProblem, oneLine, type TextLimits } from '../../../shared/text/text.rules.ts';

const nameLimits: TextLimits = { minimum: 1, maximum: 120 };

/** A name as it is kept: one line without space around it. */
export const tidyName = (name: string): string => oneLine(name);

/** Why a name cannot be kept, or undefined where it can. */
export const nameProblem = (name: string): Message | undefined => lineProblem(name, nameLimits);
