/** Whether this browser can make and use passkeys in the form the account API speaks. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** The account API refused, by its own code. */
export class PasskeyRefused extends Error {}

async function ask<Answer>(path: string, body?: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const given = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  const response = await fetch(`/api/auth/passkey/${path}`, given);
  const answer: unknown = await response.json();
  if (!response.ok) throw new PasskeyRefused(String((answer as { code?: string }).code ?? response.status));
  return answer as Answer;
}

/** Makes a passkey on this device and adds it to the account; false where the person left off. */
export async function addPasskey(): Promise<boolean> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const made = await navigator.credentials.create({ publicKey }).catch(unlessLeftOff);
  if (!(made instanceof PublicKeyCredential)) return false;
  await ask('verify-registration', { response: made.toJSON() });
  return true;
}

/**
 * Signs in with a passkey: `conditional` waits until one is picked in the address field, `optional` asks at once.
 * False where the person left off.
 */
export async function signInWithPasskey(mediation: 'conditional' | 'optional', signal: AbortSignal): Promise<boolean> {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options');
  if (signal.aborted) return false;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const picked = await navigator.credentials.get({ publicKey, mediation, signal }).catch(unlessLeftOff);
  if (!(picked instanceof PublicKeyCredential)) return false;
  await ask('verify-authentication', { response: picked.toJSON() });
  return true;
}

/** Closing the browser's own window is an answer, not a fault. */
function unlessLeftOff(failure: unknown): null {
  if (failure instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(failure.name)) return null;
  throw failure;
}
