/** What a person may be at a centre. Staff run the calendar; managers also appoint and edit the profile. */
export const centreRoles = ['member', 'staff', 'manager'] as const;
export type CentreRole = (typeof centreRoles)[number];

/** Enterprise size, Commission Recommendation 2003/361/EC, plus the self-employed. */
export const sizeClasses = ['self_employed', 'micro', 'small', 'medium', 'large', 'association'] as const;
export type SizeClass = (typeof sizeClasses)[number];
