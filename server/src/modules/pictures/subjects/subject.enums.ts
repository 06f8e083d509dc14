/** What pictures show; a module that has pictures of its own things adds their name here and defines them. */
export const pictureSubjectTypes = ['centre', 'equipment', 'organisation', 'person'] as const;
export type PictureSubjectType = (typeof pictureSubjectTypes)[number];
