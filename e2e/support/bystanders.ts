import { expect } from '@playwright/test';
import { listApprovals } from '../../lib/contracts/approvals.ts';
import { listAudit } from '../../lib/contracts/audit.ts';
import { getOverview } from '../../lib/contracts/overview.ts';
import type { Who } from './accounts.ts';
import type { Answer, ConsoleClient } from './console-client.ts';
import type { EmulatorControl } from './emulator-control.ts';
import { type EventReader, readEvents } from './read-events.ts';

const roles = ['operator', 'admin', 'auditor', 'branch_manager'] as const;
const approvalViews = ['waiting', 'pending', 'mine', 'decided'] as const;

export interface Bystander {
  role: (typeof roles)[number];
  client: ConsoleClient;
  events: EventReader;
}

/** One of each role that may not know what compliance alone does, listening from now on. */
export const listenAsOthers = (as: (who: Who) => Promise<ConsoleClient>): Promise<Bystander[]> =>
  Promise.all(
    roles.map(async (role) => {
      const client = await as(role);
      return { role, client, events: await readEvents(client) };
    }),
  );

interface Untold {
  traces: readonly string[];
  /** A payment of it is told of last. */
  cardToken: string;
  /** What could tell as well, beside the overview, the approvals and the trail. */
  readMore: (client: ConsoleClient) => Promise<Answer<unknown>>;
}

/** Nothing that they have heard and nothing that they can read holds a trace. Ends their listening. */
export async function expectNothingTold(
  bystanders: readonly Bystander[],
  emulator: EmulatorControl,
  { cardToken, readMore, traces }: Untold,
): Promise<void> {
  const last = await emulator.makeTransaction({ cardToken, state: 'COMPLETED' });
  for (const { client, events, role } of bystanders) {
    // Events come in order: whoever hears this one has heard all before it. A branch hears of its own cards only.
    if (role !== 'branch_manager')
      await events.until((event) => 'transactionId' in event && event.transactionId === last.id);
    const answers = await Promise.all([
      client.call(getOverview, {}),
      ...approvalViews.map((view) => client.call(listApprovals, { query: { view } })),
      ...(role === 'auditor' ? [client.call(listAudit, { query: { limit: 200 } })] : []),
      readMore(client),
    ]);
    const told = [...answers.map(({ text }) => text), JSON.stringify(events.received)].join('\n');
    expect(
      traces.filter((trace) => told.includes(trace)),
      role,
    ).toEqual([]);
    events.close();
  }
}
