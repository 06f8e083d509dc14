import { buildWhereStale } from './build.mjs';

/** Before a lane that starts servers in processes of their own: builds what they run, where its sources changed. */
export default async function build() {
  await buildWhereStale({ quiet: true, only: ['server'] });
}
