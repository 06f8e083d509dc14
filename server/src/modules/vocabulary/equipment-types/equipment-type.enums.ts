/** Groups of equipment types, after the craft columns of the NESTA survey of UK makerspaces. */
export const equipmentGroups = [
  'digital_fabrication',
  'electronics',
  'woodwork',
  'metalwork',
  'fine_metalwork',
  'fabrics',
  'ceramics',
  'plastics',
  'print_making',
  'media',
  'science',
  'steam',
  'computing',
  'general',
  'space',
] as const;
export type EquipmentGroup = (typeof equipmentGroups)[number];

/** How often centres put this type behind a safety induction. */
export const inductionHabits = ['always', 'often', 'sometimes', 'no'] as const;
export type InductionHabit = (typeof inductionHabits)[number];
