import type { connectMethods } from '../../catalogues/connections.ts';
import type { ConnectBody } from '../../contracts/connections.ts';

export type ConnectMethod = (typeof connectMethods)[number];

/** What the dialog for connecting holds. What is typed for one way is not sent with another. */
export interface GrantDraft {
  method: ConnectMethod;
  email: string;
  registrationCode: string;
  refreshToken: string;
  token: string;
}
export type GrantField = Exclude<keyof GrantDraft, 'method'>;

export const emptyGrant: GrantDraft = {
  method: 'authorization_code',
  email: '',
  registrationCode: '',
  refreshToken: '',
  token: '',
};

/** What is pasted often brings a line's end along. */
const pasted = (text: string) => text.trim();

export function toConnectBody(draft: GrantDraft, reconnects: string | undefined): ConnectBody {
  const reconnect = reconnects === undefined ? {} : { reconnect: reconnects };
  switch (draft.method) {
    case 'authorization_code':
      return { method: draft.method, ...reconnect };
    case 'registration_code':
      return {
        method: draft.method,
        email: pasted(draft.email),
        registrationCode: pasted(draft.registrationCode),
        ...reconnect,
      };
    case 'refresh_token':
      return { method: draft.method, refreshToken: pasted(draft.refreshToken), ...reconnect };
    case 'personal_token':
      return { method: draft.method, token: pasted(draft.token), ...reconnect };
  }
}

/** What the server would refuse, said before it is asked. */
export function faultsOfGrant(draft: GrantDraft): Partial<Record<GrantField, string>> {
  const missing = (field: GrantField, message: string) =>
    pasted(draft[field]) === '' ? { [field]: message } : {};
  switch (draft.method) {
    case 'authorization_code':
      return {};
    case 'registration_code':
      return {
        ...(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(pasted(draft.email)) && {
          email: 'The e-mail address the user signed up with is needed.',
        }),
        ...missing('registrationCode', 'The registration code is needed.'),
      };
    case 'refresh_token':
      return missing('refreshToken', 'Paste the refresh token.');
    case 'personal_token':
      return missing('token', 'Paste the personal token.');
  }
}
