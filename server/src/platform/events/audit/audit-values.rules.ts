/** Values by the name of what has them; null where there is none. */
export type AuditValues = Readonly<Record<string, string | number | boolean | null>>;
