import { newId } from '../src/shared/ids/ids.ts';
import type { Role } from './access-people.ts';
import { type AccessWorld, laterBy } from './access-world.ts';
import { makeJoinRequest, makeMembership } from './factories/belonging.ts';
import { makeCentre } from './factories/directory.ts';
import { makeEquipment } from './factories/equipment.ts';
import { makePerson } from './factories/identity.ts';
import { makeProblem } from './factories/problems.ts';
import { makePasskey, makeSession } from './factories/signing-in.ts';

/** A document for a role; `turn` is another one for each. */
type Change = (access: AccessWorld, role: Role, turn: number) => string | Promise<string>;

const time = (turn: number) =>
  `startsAt: "${laterBy('2026-11-26T10:00:00Z', turn)}", endsAt: "${laterBy('2026-11-26T11:00:00Z', turn)}"`;
const texts = () => `idempotencyKey: "${newId()}", language: "lt", title: "Kas turi?", body: "Ieškome."`;
const publish =
  (mutation: string, more: (access: AccessWorld) => string): Change =>
  (access) =>
    `mutation { ${mutation}(input: { ${texts()} ${more(access)} }) { __typename } }`;
const forAll = ({ centre }: AccessWorld) => `audience: PUBLIC, city: "${centre.city}"`;

export const rulesInput = `rules: { audience: MEMBERS, approval: NONE, gridMinutes: 30, minimumMinutes: 30, maximumMinutes: 240,
  leadMinutes: 0, horizonDays: 365, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }`;

const machine =
  'texts: [{ language: "lt", name: "Lazeris", description: "" }], room: "", attributes: [], units: [{}], stewardIds: []';

/** Each change as somebody of any role would ask for it, of things of the owner where they are somebody's. */
export const changes: Readonly<Record<string, Change>> = {
  'actFor the centre': ({ centre }) => `mutation { actFor(centreId: "${centre.id}") { email } }`,
  'actFor the firm': ({ organisationId }) => `mutation { actFor(organisationId: "${organisationId}") { email } }`,
  'actFor nobody': () => 'mutation { actFor { email } }',
  bookEquipment: ({ equipment }, _role, turn) =>
    `mutation { bookEquipment(input: { equipmentId: "${equipment.id}", ${time(turn)}, idempotencyKey: "${newId()}" }) { __typename } }`,
  moveBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(20 + turn);
    return `mutation { moveBooking(input: { bookingId: "${bookingId}", version: 1, ${time(40 + turn)}, idempotencyKey: "${newId()}" }) { __typename } }`;
  },
  cancelBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(60 + turn);
    return `mutation { cancelBooking(input: { bookingId: "${bookingId}", version: 1, reason: "Remontas" }) { __typename } }`;
  },
  approveBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(80 + turn, 'requested');
    return `mutation { approveBooking(input: { bookingId: "${bookingId}", version: 1 }) { __typename } }`;
  },
  declineBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(120 + turn, 'requested');
    return `mutation { declineBooking(input: { bookingId: "${bookingId}", version: 1, reason: "Remontas" }) { __typename } }`;
  },
  checkInBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(260 + turn);
    return `mutation { checkInBooking(input: { bookingId: "${bookingId}", version: 1 }) { __typename } }`;
  },
  checkOutBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(280 + turn, 'checked_in');
    return `mutation { checkOutBooking(input: { bookingId: "${bookingId}", version: 1 }) { __typename } }`;
  },
  extendBooking: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(300 + turn);
    const endsAt = laterBy('2026-11-26T11:30:00Z', 300 + turn);
    return `mutation { extendBooking(input: { bookingId: "${bookingId}", version: 1, endsAt: "${endsAt}" }) { __typename } }`;
  },
  markNoShow: async (access, _role, turn) => {
    const bookingId = await access.makeBooking(-20 - turn);
    return `mutation { markNoShow(input: { bookingId: "${bookingId}", version: 1 }) { __typename } }`;
  },
  undo: () => `mutation { undo(id: "${newId()}") { __typename } }`,
  holdTime: ({ equipment }, _role, turn) =>
    `mutation { holdTime(input: { equipmentId: "${equipment.id}", ${time(140 + turn)}, token: "${newId()}" }) { __typename } }`,
  'releaseHold of nobody': async (access, _role, turn) =>
    `mutation { releaseHold(token: "${await access.makeHold(180 + turn)}") { state } }`,
  'releaseHold of the owner': async (access, _role, turn) =>
    `mutation { releaseHold(token: "${await access.makeHold(200 + turn, true)}") { state } }`,
  'claimHold of nobody': async (access, _role, turn) =>
    `mutation { claimHold(token: "${await access.makeHold(220 + turn)}", replace: true) { state } }`,
  'claimHold of the owner': async (access, _role, turn) =>
    `mutation { claimHold(token: "${await access.makeHold(240 + turn, true)}") { state } }`,
  'publishOffer for all': publish('publishOffer', (access) => `${forAll(access)}, subject: EQUIPMENT, terms: OPEN`),
  'publishRequest for all': publish('publishRequest', (access) => `${forAll(access)}, subject: EQUIPMENT, terms: OPEN`),
  'publishEvent for all': publish(
    'publishEvent',
    (access) => `${forAll(access)}, startsAt: "2026-12-01T18:00", endsAt: "2026-12-01T20:00", remote: true`,
  ),
  'publishDiscussion for all': publish('publishDiscussion', forAll),
  'publishDiscussion for members': publish(
    'publishDiscussion',
    ({ centre }) => `audience: MEMBERS, centre: "${centre.slug}"`,
  ),
  'reply to all': ({ posts }) => replyTo(posts.open),
  'reply to the network': ({ posts }) => replyTo(posts.network),
  'reply to members': ({ posts }) => replyTo(posts.members),
  editPost: async ({ makePost }) =>
    `mutation { editPost(input: { postId: "${await makePost({})}", version: 1, title: "Kitaip" }) { __typename } }`,
  withdrawPost: async ({ makePost }) =>
    `mutation { withdrawPost(input: { postId: "${await makePost({})}", version: 1 }) { __typename } }`,
  askForMembership: async ({ world }) => {
    const centreId = await makeCentre(world, { membershipAccess: 'on_request' });
    return `mutation { askForMembership(input: { centreId: "${centreId}", idempotencyKey: "${newId()}" }) { __typename } }`;
  },
  acceptJoinRequest: async ({ world, centre }) => {
    const joinRequestId = await makeJoinRequest(world, { personId: await makePerson(world), centreId: centre.id });
    return `mutation { acceptJoinRequest(input: { joinRequestId: "${joinRequestId}" }) { __typename } }`;
  },
  declineJoinRequest: async ({ world, centre }) => {
    const joinRequestId = await makeJoinRequest(world, { personId: await makePerson(world), centreId: centre.id });
    return `mutation { declineJoinRequest(input: { joinRequestId: "${joinRequestId}", reason: "Nėra vietų." }) { __typename } }`;
  },
  withdrawJoinRequest: async ({ world, personOf }) => {
    const centreId = await makeCentre(world);
    const joinRequestId = await makeJoinRequest(world, { personId: personOf('owner'), centreId });
    return `mutation { withdrawJoinRequest(input: { joinRequestId: "${joinRequestId}" }) { __typename } }`;
  },
  changeOpeningHours: ({ equipment }) =>
    `mutation { changeOpeningHours(input: { equipmentId: "${equipment.id}", version: 1, exceptions: [], idempotencyKey: "${newId()}",
      weekly: [${[1, 2, 3, 4, 5, 6, 7].map((weekday) => `{ weekday: ${weekday}, opens: "00:00", closes: "24:00" }`)}] }) { __typename } }`,
  endMembership: async ({ world, centre, personOf }) => {
    const membershipId = await makeMembership(world, { personId: await makePerson(world), centreId: centre.id });
    const { data } = await world.ask<{ membershipImpact: { fingerprint: string } }>(
      personOf('staff'),
      `{ membershipImpact(membershipId: "${membershipId}") { fingerprint } }`,
    );
    const input = `membershipId: "${membershipId}", reason: "Išsikėlė.", fingerprint: "${data?.membershipImpact.fingerprint}"`;
    return `mutation { endMembership(input: { ${input} }) { __typename } }`;
  },
  changeRole: async ({ world, centre }) => {
    const membershipId = await makeMembership(world, { personId: await makePerson(world), centreId: centre.id });
    return `mutation { changeRole(input: { membershipId: "${membershipId}", role: HOST, from: MEMBER }) { __typename } }`;
  },
  createEquipment: ({ centre }) =>
    `mutation { createEquipment(input: { centreId: "${centre.id}", typeKey: "laser-cutter", ${machine}, idempotencyKey: "${newId()}" }) { __typename } }`,
  editEquipment: async ({ world, centre }) =>
    `mutation { editEquipment(input: { equipmentId: "${(await makeEquipment(world, { centre: centre.id })).id}", version: 1, ${machine} }) { __typename } }`,
  changeBookingRules: async ({ world, centre }) =>
    `mutation { changeBookingRules(input: { equipmentId: "${(await makeEquipment(world, { centre: centre.id })).id}", version: 1, ${rulesInput} }) { __typename } }`,
  duplicateEquipment: ({ equipment }) =>
    `mutation { duplicateEquipment(input: { equipmentId: "${equipment.id}", idempotencyKey: "${newId()}" }) { __typename } }`,
  publishEquipment: async ({ world, centre }) =>
    `mutation { publishEquipment(input: { equipmentId: "${(await makeEquipment(world, { centre: centre.id, withdrawn: true })).id}", version: 1 }) { __typename } }`,
  withdrawEquipment: async ({ world, centre }) =>
    `mutation { withdrawEquipment(input: { equipmentId: "${(await makeEquipment(world, { centre: centre.id })).id}", version: 1 }) { __typename } }`,
  reportProblem: ({ unit }) =>
    `mutation { reportProblem(input: { unitId: "${unit}", kind: NOTE, words: "Dulka", idempotencyKey: "${newId()}" }) { __typename } }`,
  changeProblem: async ({ world, equipment, unit, personOf }) => {
    const problem = await makeProblem(world, { unit, reporter: personOf('owner'), equipment: equipment.id });
    return `mutation { changeProblem(input: { problemId: "${problem}", version: 1, act: SEE }) { __typename } }`;
  },
  changeEmailStop: ({ emailStop }) =>
    `mutation { changeEmailStop(input: { token: "${emailStop}", stopped: true }) { __typename } }`,
  changeEmailSettings: () =>
    'mutation { changeEmailSettings(input: [{ category: REPLIES, stopped: true }]) { email } }',
  updateProfile: () => 'mutation { updateProfile(input: { name: "Vardas" }) { email } }',
  endSession: async ({ world, personOf }) =>
    `mutation { endSession(id: "${await makeSession(world, personOf('owner'))}") { email } }`,
  renamePasskey: async ({ world, personOf }) =>
    `mutation { renamePasskey(id: "${await makePasskey(world, personOf('owner'))}", name: "Mano") { email } }`,
  removePasskey: async ({ world, personOf }) =>
    `mutation { removePasskey(id: "${await makePasskey(world, personOf('owner'))}") { email } }`,
  signOutEverywhere: () => 'mutation { signOutEverywhere }',
  retryJob: () => `mutation { retryJob(id: "${newId()}") { __typename } }`,
  deleteJob: () => `mutation { deleteJob(id: "${newId()}") { __typename } }`,
  'eraseAccount with a wrong password': () =>
    'mutation { eraseAccount(input: { password: "ne tas slaptažodis", posts: REMOVE }) }',
};

const replyTo = (postId: string) =>
  `mutation { reply(input: { postId: "${postId}", body: "Turime.", idempotencyKey: "${newId()}" }) { __typename } }`;
