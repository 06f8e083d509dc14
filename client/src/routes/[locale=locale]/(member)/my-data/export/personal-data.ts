import { graphql } from '#lib/api/graphql.ts';

export type PersonalDataKind = ReturnType<typeof graphql.scalar<'PersonalDataKind'>>;

export const PersonalData = graphql(`query PersonalData { me { personalData { kind count json } } }`);
