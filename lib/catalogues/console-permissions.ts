/** What a person may do in this console. A "spending permission" of a card is something else entirely. */
export const roles = ['operator', 'compliance', 'branch_manager', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  operator: 'Operator',
  compliance: 'Compliance',
  branch_manager: 'Branch manager',
  admin: 'Administrator',
  auditor: 'Auditor',
};

/** Rights that a person holds only with their own flag as well as the role. */
export const personFlags = ['reveal', 'approve'] as const;
export type PersonFlag = (typeof personFlags)[number];

/** Which flags a role can have. Compliance approves what compliance alone asks for: blocking many cards. */
export const flagsOfRole: Record<Role, readonly PersonFlag[]> = {
  operator: ['reveal', 'approve'],
  compliance: ['approve'],
  branch_manager: [],
  admin: ['approve'],
  auditor: [],
};

export const personFlagNames: Record<PersonFlag, string> = { reveal: 'Reveals details', approve: 'Approves' };

type Grant = 'all' | 'own-branches' | { flag: PersonFlag };
type Grants = Partial<Record<Role, Grant>>;

const everyRole = {
  operator: 'all',
  compliance: 'all',
  branch_manager: 'own-branches',
  admin: 'all',
  auditor: 'all',
} satisfies Grants;

const table = {
  'cards.read': everyRole,
  'cards.export': { operator: 'all', compliance: 'all', auditor: 'all' },
  'cards.freeze': { operator: 'all', compliance: 'all', branch_manager: 'own-branches' },
  'cards.unfreeze': { operator: 'all', compliance: 'all' },
  'cards.hold': { operator: 'all', compliance: 'all' },
  'cards.block': { operator: 'all', compliance: 'all' },
  // A branch activates what it has handed over.
  'cards.activate': { operator: 'all', branch_manager: 'own-branches' },
  'spending-permissions.write': { operator: 'all' },
  'pin-count.reset': { operator: 'all' },
  'sensitive-details.reveal': { operator: { flag: 'reveal' } },
  // The installation's own setting and a second person's word stand before it as well.
  'pin.reveal': { operator: { flag: 'reveal' } },
  'transactions.read': everyRole,
  'transactions.export': { operator: 'all', compliance: 'all', auditor: 'all' },
  // What others exported; each reads their own.
  'transaction-exports.read-all': { compliance: 'all', auditor: 'all' },
  // Over all cards: a branch has its own alone.
  'transaction-numbers.read': { operator: 'all', compliance: 'all', admin: 'all', auditor: 'all' },
  // Wise's feed is a profile's and a branch owns none, so the endpoint shows a branch nothing of it.
  'activities.read': everyRole,
  // A branch's orders are those made here that are collected there: Wise's own name none.
  'card-orders.read': { operator: 'all', branch_manager: 'own-branches', admin: 'all', auditor: 'all' },
  'card-orders.export': { operator: 'all', auditor: 'all' },
  'card-orders.preset-pin': { operator: 'all' },
  'card-orders.write': { operator: 'all', branch_manager: 'own-branches', admin: 'all' },
  // The board, jobs, the queue and what is counted at a branch.
  'kiosks.read': { branch_manager: 'own-branches', admin: 'all', auditor: 'all' },
  // Without holders’ names, so that it hands out no list of customers.
  'kiosks.export': { branch_manager: 'own-branches', admin: 'all', auditor: 'all' },
  'kiosks.write': { admin: 'all' },
  'production.send': { branch_manager: 'own-branches', admin: 'all' },
  'hand-overs.write': { branch_manager: 'own-branches' },
  // A day is signed by two; the second may be an administrator.
  'plastic.write': { branch_manager: 'own-branches', admin: 'all' },
  'batch-groups.read': { operator: 'all', compliance: 'all', admin: 'all', auditor: 'all' },
  'batch-groups.write': { operator: 'all' },
  'batch-groups.fund': { operator: 'all' },
  // What nobody knows the end of is released by administrators, bank transfers by operators; two of them each time.
  'batch-groups.release': { operator: 'all', admin: 'all' },
  'decline-reasons.restricted': { compliance: 'all' },
  // What new codes of Wise's mean; each classification needs a second person of compliance.
  'decline-reasons.classify': { compliance: 'all' },
  'cases.read': { compliance: 'all' },
  'cases.export': { compliance: 'all' },
  'cases.write': { compliance: 'all' },
  // What leaves as evidence, of cases and of transactions.
  'cases.evidence': { compliance: 'all' },
  // What enters the desk; each change needs a second person of compliance.
  'cases.rules': { compliance: 'all' },
  // What must not be deleted; lifting it needs a second person of compliance.
  'legal-holds.read': { compliance: 'all' },
  'legal-holds.write': { compliance: 'all' },
  'retention.read': { compliance: 'all', admin: 'all', auditor: 'all' },
  'retention.write': { admin: 'all' },
  // What each sees of them is another matter: everybody their own, and what they may decide on or look after.
  'approvals.read': { operator: 'all', compliance: 'all', admin: 'all', auditor: 'all' },
  // Administrators decide about staff and rules without the flag; for anything else they need it like the others.
  'approvals.decide': { operator: { flag: 'approve' }, compliance: { flag: 'approve' }, admin: 'all' },
  'approval-rules.read': { admin: 'all', auditor: 'all' },
  'approval-rules.write': { admin: 'all' },
  'staff.read': { admin: 'all', auditor: 'all' },
  'staff.write': { admin: 'all' },
  'connections.read': { admin: 'all', auditor: 'all' },
  'connections.write': { admin: 'all' },
  'branches.read': { admin: 'all', auditor: 'all', branch_manager: 'own-branches' },
  'branches.write': { admin: 'all' },
  'webhooks.read': { admin: 'all', auditor: 'all' },
  'webhooks.write': { admin: 'all' },
  'audit.read': { auditor: 'all' },
  'audit.export': { auditor: 'all' },
} as const satisfies Record<string, Grants>;

export type ConsolePermission = keyof typeof table;
export const consolePermissions = Object.keys(table) as ConsolePermission[];

export interface Holder {
  role: Role;
  flags: readonly PersonFlag[];
}

/**
 * The one predicate for server and page. Default deny.
 * @returns `false`, or how far the right reaches: everywhere, or the person's own branches only.
 */
export function reachOf(person: Holder, permission: ConsolePermission): false | 'all' | 'own-branches' {
  const grants: Grants = table[permission];
  const grant = grants[person.role];
  if (!grant) return false;
  if (typeof grant === 'string') return grant;
  return person.flags.includes(grant.flag) ? 'all' : false;
}

export function can(person: Holder, permission: ConsolePermission): boolean {
  return reachOf(person, permission) !== false;
}

export function permissionsOf(person: Holder): ConsolePermission[] {
  return consolePermissions.filter((permission) => can(person, permission));
}
