import 'server-only';
import { connection } from 'next/server';
import { roleNames } from '../../catalogues/console-permissions.ts';
import type { Session } from '../../contracts/session.ts';
import { runtime } from '../runtime.ts';
import { demoPassword, demoPeople } from './demo-people.ts';

export interface SignInOptions {
  environment: Session['environment'];
  demoAccounts: { email: string; roleName: string }[];
  demoPassword: string | null;
}

/** What the sign-in page offers; the demo accounts exist on the emulator only. */
export async function signInOptions(): Promise<SignInOptions> {
  // A build renders pages too, and must not open the store.
  await connection();
  const { env } = await runtime();
  return {
    environment: env.wise.environment,
    demoAccounts: env.hasDemoAccounts
      ? demoPeople.map(({ email, role }) => ({ email, roleName: roleNames[role] }))
      : [],
    demoPassword: env.hasDemoAccounts ? demoPassword : null,
  };
}
