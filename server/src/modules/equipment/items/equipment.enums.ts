/** Who may book: members of the centre, members of any centre, or anyone with a confirmed account. */
export const bookingAudiences = ['members', 'network', 'everyone'] as const;
export type BookingAudience = (typeof bookingAudiences)[number];

/** What may be seen of equipment: a draft and what was withdrawn are its centre's alone. */
export const equipmentStates = ['draft', 'published', 'withdrawn'] as const;
export type EquipmentState = (typeof equipmentStates)[number];

/** Whose bookings wait for the centre's staff to agree. */
export const approvalNeeds = ['none', 'everyone'] as const;
export type ApprovalNeed = (typeof approvalNeeds)[number];

/** How it is known that a centre has it, where the centre has not said so itself: a source names it, or it is only usual there. */
export const equipmentEvidence = ['named', 'assumed'] as const;
export type EquipmentEvidence = (typeof equipmentEvidence)[number];
