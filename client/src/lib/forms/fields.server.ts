import { error, type RequestEvent } from '@sveltejs/kit';

/** What a form sent; one that cannot be read is the sender's fault, not ours. */
export async function formOf({ request }: Pick<RequestEvent, 'request'>): Promise<FormData> {
  try {
    return await request.formData();
  } catch (failure) {
    if (failure instanceof TypeError) error(400);
    throw failure;
  }
}

/** The named text fields of a posted form; one that is missing is empty. */
export async function fields<const Name extends string>(
  event: Pick<RequestEvent, 'request'>,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const data = await formOf(event);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
