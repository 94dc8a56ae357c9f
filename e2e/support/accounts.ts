/** The demo account that stands for each role. */
export const accounts = {
  operator: 'operator@example.com',
  compliance: 'compliance@example.com',
  branch_manager: 'manager@example.com',
  admin: 'admin@example.com',
  auditor: 'auditor@example.com',
} as const;

export const demoPassword = 'demo-console';
export type AccountRole = keyof typeof accounts;
/** A role, or the e-mail of any account. */
export type Who = AccountRole | `${string}@${string}`;

export function emailOf(who: Who): string {
  return who in accounts ? accounts[who as AccountRole] : who;
}
