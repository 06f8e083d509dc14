/** What the address of an action must carry on, so that its answer is about the page as it is: `&next=…`, or nothing. */
export function actionQuery({ search }: { readonly search: string }): string {
  // Without scripts the address names the action that was posted to before.
  const given = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/'));
  return given.length > 0 ? `&${new URLSearchParams(given)}` : '';
}
