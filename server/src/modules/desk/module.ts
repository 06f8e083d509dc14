export const desk = {
  resolvers: [],
} as const;
