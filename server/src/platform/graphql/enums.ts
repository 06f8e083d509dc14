import { registerEnumType } from 'type-graphql';

/**
 * Registers the values of a rule as a GraphQL enum: `fab_lab` and `fab-lab` are `FAB_LAB` outside. Every value has a
 * description.
 */
export function enumOf<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Record<string, Value> {
  const members: Record<string, Value> = {};
  const valuesConfig: Record<string, { description: string }> = {};
  for (const value of Object.keys(values) as Value[]) {
    const outside = value.toUpperCase().replaceAll('-', '_');
    members[outside] = value;
    valuesConfig[outside] = { description: values[value] };
  }
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}
