import { randomBytes, randomUUID } from 'node:crypto';
import type { PersonFlag, Role } from '../../../catalogues/console-permissions.ts';
import { SubjectTexts } from '../../audit/subject-texts.ts';
import { findPerson } from '../../auth/find-person.ts';
import type { Operator } from '../../auth/operator.ts';
import { Sessions } from '../../auth/sessions.ts';
import { approvalLimits } from '../../db/schema/approvals.ts';
import { people } from '../../db/schema/staff.ts';
import { openTestStore, type TestStore } from '../../db/test-support/open-test-store.ts';
import { createVault } from '../../vault/vault.ts';
import type { ApprovalParts } from '../kind.ts';
import { type PinRevealContent, pinReveal } from '../kinds/pin-reveal.ts';
import { type ApprovalRequest, requestApproval } from '../request.ts';

const staff = {
  leah: { role: 'operator', flags: ['reveal'] },
  tom: { role: 'operator', flags: ['approve'] },
  una: { role: 'operator', flags: ['approve'] },
  victor: { role: 'admin', flags: ['approve'] },
  hanna: { role: 'admin', flags: [] },
  noor: { role: 'auditor', flags: [] },
  ines: { role: 'compliance', flags: [] },
  karim: { role: 'compliance', flags: ['approve'] },
  grace: { role: 'branch_manager', flags: [] },
} satisfies Record<string, { role: Role; flags: PersonFlag[] }>;
export type Name = keyof typeof staff;
export const names = Object.keys(staff) as Name[];
const limits: Partial<Record<Name, string>> = { tom: '100', una: '1000' };

/** A store with people who ask and decide; tom's limit is 100 GBP, una's 1,000. */
export interface ApprovalDesk {
  test: TestStore;
  parts: ApprovalParts;
  as(name: Name): Promise<Operator>;
  /** A request that leaves a standing approval behind; what is given replaces its parts. */
  ask(
    name: Name,
    more?: Partial<ApprovalRequest<PinRevealContent>>,
  ): Promise<{
    approvalId: string;
    digest: string;
    resource: { type: string; id: string };
  }>;
}

export async function openApprovalDesk(): Promise<ApprovalDesk> {
  const test = await openTestStore();
  const { db } = test.store;
  const vault = createVault([{ id: 'k', bytes: randomBytes(32) }]);
  const added = await db
    .insert(people)
    .values(names.map((name) => ({ name, email: `${name}@example.com`, ...staff[name] })))
    .returning({ id: people.id, name: people.name });
  const idOf = new Map(added.map(({ id, name }) => [name, id]));
  await db.insert(approvalLimits).values(
    Object.entries(limits).map(([name, amount]) => ({
      personId: idOf.get(name) ?? '',
      currency: 'GBP',
      amount,
    })),
  );
  const parts: ApprovalParts = {
    store: test.store,
    vault,
    texts: new SubjectTexts(db, vault),
    sessions: new Sessions(db),
    jobs: { ask: async () => undefined },
  };
  const as = async (name: Name) => {
    const person = await findPerson(db, idOf.get(name) ?? '');
    if (!person) throw new Error(`${name} may not sign in`);
    return person;
  };
  return {
    test,
    parts,
    as,
    async ask(name, more = {}) {
      const resource = more.resource ?? { type: 'card', id: randomUUID() };
      const operator = await as(name);
      const asked = await db.transaction((tx) =>
        requestApproval(parts, tx, pinReveal, {
          operator,
          content: { profileId: '1', cardToken: randomUUID(), reason: 'investigation', ticket: 'CS-1' },
          subject: 'Card •••• 4417',
          lines: ['Shows the PIN.'],
          ...more,
          resource,
        }),
      );
      return { ...asked, resource };
    },
  };
}
