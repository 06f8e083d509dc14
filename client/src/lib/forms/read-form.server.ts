import { error, type RequestEvent } from '@sveltejs/kit';
import type * as z from 'zod';

/** What a form sent. */
export interface Sent<Values> {
  /** Read by the schema. */
  readonly values: Values;
  /** As it was typed, for the form to show again; without passwords. */
  readonly typed: Partial<Record<string, string>>;
}

/** Reads a posted form by a schema; one that cannot be read is the sender's fault (400). */
export async function readForm<Schema extends z.ZodType>(
  { request }: Pick<RequestEvent, 'request'>,
  schema: Schema,
): Promise<Sent<z.output<Schema>>> {
  const data = await formData(request);
  const sent = Object.fromEntries(
    [...new Set(data.keys())].map((name) => {
      const all = data.getAll(name);
      return [name, all.length > 1 ? all : all[0]];
    }),
  );
  const read = schema.safeParse(sent);
  if (!read.success) error(400);
  const typed = Object.entries(sent).filter(([name, value]) => typeof value === 'string' && name !== 'password');
  return { values: read.data, typed: Object.fromEntries(typed) as Record<string, string> };
}

async function formData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (failure) {
    if (failure instanceof TypeError) error(400);
    throw failure;
  }
}
