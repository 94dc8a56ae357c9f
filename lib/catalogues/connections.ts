/** user = renewed by itself for up to twenty years; personal = one token, until it is revoked, and nothing about cards. */
export const connectionKinds = ['user', 'personal'] as const;

export const connectionStates = ['working', 'broken', 'disconnected'] as const;

export const connectMethods = [
  'authorization_code',
  'registration_code',
  'refresh_token',
  'personal_token',
] as const;

/** With what the browser comes back to the list from Wise's authorization page. */
export const authorizationOutcomes = [
  'connected',
  'denied',
  'state_unknown',
  'other_wise_user',
  'wise_grant_refused',
  'wise_client_refused',
  'wise_unavailable',
  'failed',
] as const;
export type AuthorizationOutcome = (typeof authorizationOutcomes)[number];

/** What keeps a profile's pages from being live: its connection, Wise, or the token's kind. */
export const profileFaults = ['broken', 'disconnected', 'deactivated', 'limited'] as const;
export type ProfileFault = (typeof profileFaults)[number];
