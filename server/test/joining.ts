import { newId } from '../src/shared/ids/ids.ts';
import type { Answer, World } from './world.ts';

/** A request for membership as tests read it. */
export interface AskedRequest {
  readonly id: string;
  readonly state: string;
  readonly message: string;
  readonly reason: string | null;
  readonly decidedBy: { readonly name: string } | null;
}
export type AskAnswer =
  | { readonly __typename: 'MembershipAsked'; readonly repeated: boolean; readonly joinRequest: AskedRequest }
  | {
      readonly __typename: 'JoinRefusal';
      readonly obstacle: string;
      readonly message: string;
      readonly askAgainAt: string | null;
    };

const request = 'id state message reason decidedBy { name }';

/** Asks a centre for membership, with a key of its own unless one is given. */
export async function askToJoin(
  world: World,
  personId: string | null,
  input: { centreId: string; message?: string; wish?: object; idempotencyKey?: string },
): Promise<Answer<{ askForMembership: AskAnswer }> & { readonly answer: AskAnswer | undefined }> {
  const answer = await world.ask<{ askForMembership: AskAnswer }>(
    personId,
    `mutation ($input: AskForMembershipInput!) { askForMembership(input: $input) { __typename
      ... on MembershipAsked { repeated joinRequest { ${request} } } ... on JoinRefusal { obstacle message askAgainAt } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  return { ...answer, answer: answer.data?.askForMembership };
}

type Decision = 'acceptJoinRequest' | 'declineJoinRequest' | 'withdrawJoinRequest';

/** Gives a command about a request; declining has a reason unless another is given. */
export async function decideOn(
  world: World,
  personId: string | null,
  command: Decision,
  joinRequestId: string,
  reason = 'Kol kas vietų nėra.',
): Promise<Answer<Record<Decision, AskedRequest>> & { readonly request: AskedRequest | undefined }> {
  const type = command === 'declineJoinRequest' ? 'DeclineJoinRequestInput' : 'JoinRequestInput';
  const input = command === 'declineJoinRequest' ? { joinRequestId, reason } : { joinRequestId };
  const answer = await world.ask<Record<Decision, AskedRequest>>(
    personId,
    `mutation ($input: ${type}!) { ${command}(input: $input) { ${request} } }`,
    { input },
  );
  return { ...answer, request: answer.data?.[command] };
}
