import { enumOf } from '../../../platform/graphql/enums.ts';
import type { EquipmentGroup, InductionHabit } from './equipment-type.enums.ts';

export const EquipmentGroupEnum = enumOf<EquipmentGroup>('EquipmentGroup', 'The craft an equipment type serves.', {
  digital_fabrication: 'Machines that make things from digital designs.',
  electronics: 'Electronics and circuits.',
  woodwork: 'Working wood.',
  metalwork: 'Working metal.',
  fine_metalwork: 'Jewellery and fine metal.',
  fabrics: 'Textiles, sewing, leather.',
  ceramics: 'Clay and glass.',
  plastics: 'Forming and recycling plastics.',
  print_making: 'Printing on paper and cloth.',
  media: 'Photography, sound and film.',
  science: 'Laboratory science.',
  steam: 'Teaching sets for STEAM.',
  computing: 'Computers and software.',
  general: 'Tools of many uses.',
  space: 'Rooms: studios, halls, work places.',
});

export const InductionHabitEnum = enumOf<InductionHabit>(
  'InductionHabit',
  'How often centres ask for a safety induction before this type of equipment is used.',
  {
    always: 'Every centre asks for it.',
    often: 'Most centres ask for it.',
    sometimes: 'Some centres ask for it.',
    no: 'No induction is needed.',
  },
);
