import { graphql } from '#lib/api/graphql.ts';
import { Joining } from '#lib/features/membership/membership.documents.ts';

export const EquipmentPage = graphql(
  `
  query EquipmentPage($id: ID!) {
    equipment(id: $id) {
      id name description evidence room
      attributes { key name text }
      problems { id kind endsAt unit { id name } }
      type { key name group induction }
      centre {
        slug name zone
        ...Joining
        city { slug name }
        openingExceptions { id kind startsOn endsOn opens closes yearly message }
      }
      units { id name }
      rules {
        audience approval gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays
        bufferBeforeMinutes bufferAfterMinutes
      }
      openingHours { weekday opens closes }
      nextFree { startsAt endsAt }
      viewerCan { bookNeeds { condition message remedy } }
    }
  }
`,
  [Joining],
);
