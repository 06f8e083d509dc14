/** What a person may be at a centre, each may what those before it may; `rights.rules.ts` says what that is. */
export const centreRoles = ['member', 'host', 'staff', 'manager'] as const;
export type CentreRole = (typeof centreRoles)[number];

/** Those who work at a centre. */
export type TeamRole = Exclude<CentreRole, 'member'>;
