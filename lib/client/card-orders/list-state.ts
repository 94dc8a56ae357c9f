import { hrefOf } from '../url/write-url.ts';

/** All that the address of the list says; a value Wise could not be asked for is left out. */
export function profileIdOf(search: URLSearchParams): string {
  const profileId = search.get('profileId') ?? '';
  return /^\d{1,19}$/.test(profileId) ? profileId : '';
}

export const hrefForCardOrders = (profileId: string) => hrefOf('/card-orders', { profileId });
