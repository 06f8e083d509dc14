/** What somebody asks a code for: an account that is not there yet, or the way into one. */
export const codePurposes = ['sign-up', 'sign-in'] as const;
export type CodePurpose = (typeof codePurposes)[number];
