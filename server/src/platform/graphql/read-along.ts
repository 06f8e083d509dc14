import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import type { RawBuilder } from 'kysely';
import { Extensions } from 'type-graphql';
import type { Context } from '../context/context.ts';
import { type Asked, askedBelow } from './asked.ts';

/** What a page's statement can read for each of its rows, so that a field below needs no statement of its own. */
export interface Along {
  /** JSON over the table of the rows. */
  readonly value: RawBuilder<unknown>;
  /** Hands the value of the row with this id to the loader that the field asks. */
  readonly keep: (ctx: Context, id: string, value: unknown) => void;
}

/** How what is asked below a field can be read along; undefined where it has to be read apart. */
type Foresight = (ctx: Context, asked: Asked) => Along | undefined;

/** Declares that the statement of a page may read along what a field's resolver would load. */
export const ReadAlong = (foresight: Foresight): MethodDecorator => Extensions({ foresight }) as MethodDecorator;

const foreseen = new WeakMap<Asked, readonly { foresight: Foresight; asked: Asked }[]>();

/** What can be read along for the rows of the connection that is answered now, whose type is given by name. */
export function alongRows(ctx: Context, info: GraphQLResolveInfo, type: string): readonly Along[] {
  const connection = askedBelow(info);
  let fields = foreseen.get(connection);
  if (!fields) {
    const rows = [connection.fields.get('nodes'), connection.fields.get('edges')?.fields.get('node')];
    fields = rows.flatMap((row) => (row ? foreseenFields(info, type, row) : []));
    foreseen.set(connection, fields);
  }
  return fields.flatMap(({ foresight, asked }) => foresight(ctx, asked) ?? []);
}

function foreseenFields({ schema }: GraphQLResolveInfo, type: string, row: Asked) {
  const object = schema.getType(type);
  const fields = isObjectType(object) ? object.getFields() : {};
  return [...row.fields].flatMap(([name, asked]) => {
    const foresight = fields[name]?.extensions.foresight as Foresight | undefined;
    return foresight ? { foresight, asked } : [];
  });
}
