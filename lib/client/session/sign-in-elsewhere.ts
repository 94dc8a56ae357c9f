const name = 'console-session';
let channel: BroadcastChannel | undefined;

/** A channel does not hear itself, so one per tab serves for telling and for hearing. */
const openChannel = () => (channel ??= 'BroadcastChannel' in window ? new BroadcastChannel(name) : undefined);

/** Every other tab of this browser has the same cookie, and so the same person from now on. */
export const announceSignIn = () => openChannel()?.postMessage('signed-in');

/** @returns stops listening */
export function onSignInElsewhere(call: () => void): () => void {
  const heard = openChannel();
  heard?.addEventListener('message', call);
  return () => heard?.removeEventListener('message', call);
}
