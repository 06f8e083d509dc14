/** As whom one looks at rules: without an account, as a member of the centre, or as one of another centre. */
export const previewReaders = ['visitor', 'member', 'elsewhere'] as const;
export type PreviewReader = (typeof previewReaders)[number];
