/** What a person may be at a centre. Staff run the calendar; managers also appoint and edit the profile. */
export const centreRoles = ['member', 'staff', 'manager'] as const;
export type CentreRole = (typeof centreRoles)[number];
