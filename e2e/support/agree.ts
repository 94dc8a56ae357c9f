import { expect } from '@playwright/test';
import { approve, decideApprovalItem, getApproval } from '../../lib/contracts/approvals.ts';
import type { ConsoleClient } from './console-client.ts';

/** Accepts what has to be accepted one by one, then all of it. */
export async function agree(client: ConsoleClient, approvalId: string): Promise<void> {
  const params = { approvalId };
  for (const { key } of (await client.call(getApproval, { params })).body.items)
    await client.call(decideApprovalItem, {
      params: { ...params, itemKey: key },
      body: { isAccepted: true },
    });
  expect((await client.call(approve, { params, body: {} })).status).toBe(200);
}
