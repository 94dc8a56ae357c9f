import { beforeEach, describe, expect, it } from 'vitest';
import { activityListReply } from '../../contracts/wise/activities.ts';
import { businessProfile, startMoney, type TestMoney } from '../money/test-support.ts';
import { demoBatchGroups } from '../seeds/demo-batch-groups.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const list = async (query: string) => {
  const path = `/v1/profiles/${businessProfile}/activities?size=100&${query}`;
  return activityListReply.parse((await money.asOwner('GET', path)).body).activities;
};
const groups = async () =>
  (await list('monetaryResourceType=BATCH_TRANSFER')).map(({ resource }) => resource?.id);

describe('activities of money that is sent', () => {
  it('name the batch groups that were paid by their id, and no others', async () => {
    expect(await groups()).toEqual([demoBatchGroups.bounced.id, demoBatchGroups.paid.id]);
    const groupId = await money.makeCompleted(2);
    expect(await groups()).toHaveLength(2);
    await money.fund(groupId);
    const [first] = await list('monetaryResourceType=BATCH_TRANSFER');
    expect(first).toMatchObject({
      type: 'BATCH_TRANSFER',
      resource: { id: groupId },
      title: '<strong>November</strong>',
      description: '2 transfers',
      primaryAmount: '200 GBP',
      status: 'IN_PROGRESS',
    });
    await money.advance(60);
    expect((await list('monetaryResourceType=BATCH_TRANSFER'))[0]?.status).toBe('COMPLETED');
  });

  it('have a line for a transfer that is in no group', async () => {
    await money.addTransfer(await money.makeGroup());
    const id = await money.makeTransfer();
    const find = async () =>
      (await list('monetaryResourceType=TRANSFER')).filter(
        ({ resource }) => Number(resource?.id) >= 1_600_000_001,
      );
    expect(await find()).toMatchObject([
      { resource: { id: String(id) }, status: 'REQUIRES_ATTENTION', secondaryAmount: '100 GBP' },
    ]);
    await money.asOwner('PUT', `/v1/transfers/${id}/cancel`);
    expect((await find())[0]).toMatchObject({ status: 'CANCELLED' });
  });
});
