/** Enterprise size, Commission Recommendation 2003/361/EC, plus the self-employed. */
export const sizeClasses = ['self_employed', 'micro', 'small', 'medium', 'large', 'association'] as const;
export type SizeClass = (typeof sizeClasses)[number];
