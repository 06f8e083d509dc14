import { type FragmentOf, graphql } from '#lib/api/graphql.ts';

export const UndoStepFields = graphql(`
  fragment UndoStepFields on UndoStep {
    id act until
    booking { id startsAt booker { name } equipment { name centre { zone } } }
  }
`);

export const Undoable = graphql(`query Undoable { undoable { ...UndoStepFields } }`, [UndoStepFields]);

export const Undo = graphql(`
  mutation Undo($id: ID!) {
    undo(id: $id) {
      __typename
      ... on Undone { booking { id } }
      ... on BookingRefused { reasons { condition message } }
    }
  }
`);

export type UndoStep = FragmentOf<typeof UndoStepFields>;
