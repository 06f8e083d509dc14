import { graphql, type ResultOf } from '#lib/api/graphql.ts';

export const TypeSchema = graphql(`
  fragment TypeSchema on EquipmentType @_unmask {
    key name group
    attributes { key kind name unit minimum maximum options { key name } }
  }
`);

export const MachineFields = graphql(
  `
    fragment MachineFields on EquipmentRecord @_unmask {
      id version state room
      texts { language name description }
      attributes { key text number options }
      units { id position name serial code }
      stewards { id name }
      equipment { id name type { ...TypeSchema } }
    }
  `,
  [TypeSchema],
);

export const Machine = graphql(
  `query Machine($id: ID!) { equipmentRecord(id: $id) { ...MachineFields equipment { centre { slug } } } }`,
  [MachineFields],
);

export const CreateMachine = graphql(`
  mutation CreateMachine($input: CreateEquipmentInput!) { createEquipment(input: $input) { id } }
`);

export const EditMachine = graphql(`
  mutation EditMachine($input: EditEquipmentInput!) { editEquipment(input: $input) { id version } }
`);

export const PublishMachine = graphql(`
  mutation PublishMachine($input: EquipmentVersionInput!) { publishEquipment(input: $input) { id } }
`);

export const WithdrawMachine = graphql(`
  mutation WithdrawMachine($input: EquipmentVersionInput!) { withdrawEquipment(input: $input) { id } }
`);

export const DuplicateMachine = graphql(`
  mutation DuplicateMachine($input: DuplicateEquipmentInput!) { duplicateEquipment(input: $input) { id } }
`);

export type MachineRecord = ResultOf<typeof MachineFields>;
export type MachineType = ResultOf<typeof TypeSchema>;
