import type { RequestEvent } from '@sveltejs/kit';

/** The named text fields of a posted form; one that is missing is empty. */
export async function fields<const Name extends string>(
  event: RequestEvent,
  ...names: readonly Name[]
): Promise<Record<Name, string>> {
  const data = await event.request.formData();
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}
