export const exceptionKinds = ['closed', 'special_hours'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];
