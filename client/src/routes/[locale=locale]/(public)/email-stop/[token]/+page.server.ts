import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';

const EmailStop = graphql(`query EmailStop($token: ID!) { emailStop(token: $token) { category stopped } }`);
const ChangeEmailStop = graphql(
  `mutation ChangeEmailStop($input: EmailStopInput!) { changeEmailStop(input: $input) { stopped } }`,
);

export const load = async ({ locals, params }) => {
  const { emailStop } = await locals.graphql.query(EmailStop, { token: params.token });
  return { emailStop };
};

/** What the button of the page does. */
const turn = (stopped: boolean) =>
  action(
    z.object({}),
    ChangeEmailStop,
    (_values, { params }) => ({ input: { token: params.token ?? '', stopped } }),
    () => ({ done: true }),
  );

export const actions = { stop: turn(true), resume: turn(false) };
