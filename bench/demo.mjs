/** Asks the product's API. */
export async function ask(address, query) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

/** The pages that visitors see most, as paths without a language, in the demonstration network. */
export async function demoPages(address) {
  const { searchEquipment, posts } = await ask(
    address,
    '{ searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } } posts(first: 1) { nodes { id } } }',
  );
  return {
    home: '',
    centres: '/centres',
    centre: '/centres/technarium',
    equipment: `/equipment/${searchEquipment.nodes[0].equipment.id}`,
    find: '/find',
    posts: '/posts',
    post: `/posts/${posts.nodes[0].id}`,
    about: '/about',
  };
}

/** Signs a browser context in as a member of the demonstration network. */
export async function signIn(context, address) {
  const page = await context.newPage();
  await page.goto(`${address}/en/sign-in`);
  await page.getByLabel('E-mail').fill('aiste@example.org');
  await page.getByLabel('Password', { exact: true }).fill('talka-demo');
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await page.close();
}
