import { type GraphQLSchema, getNullableType, isIntrospectionType, isListType, isObjectType } from 'graphql';
import type { FieldCost } from './costs.ts';
import { sizeArgument } from './guard/cost.ts';

/**
 * What fields cost beyond one value, as CSV sorted by field: their weight, and the rows that count where a list is
 * asked for. `first` stands where the asker says how many, `page` where the asker of the connection did.
 */
export function costTable(schema: GraphQLSchema): string {
  const rows = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const { weight = 1, rows: usual } = field.extensions as FieldCost;
      const sized = field.args.find(({ name }) => name === sizeArgument);
      const list = isListType(getNullableType(field.type)) && type.name.endsWith('Connection');
      const times = sized ? `${sizeArgument} (${sized.defaultValue})` : (usual ?? (list ? 'page' : ''));
      return weight === 1 && times === '' ? [] : [[`${type.name}.${field.name}`, weight, times].join(',')];
    });
  });
  return `${['field,weight,rows', ...rows.sort()].join('\n')}\n`;
}
