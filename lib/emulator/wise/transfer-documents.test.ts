import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryEstimateReply } from '../../contracts/wise/transfers.ts';
import { businessProfile, startMoney, type TestMoney } from '../money/test-support.ts';

let money: TestMoney;
beforeEach(async () => {
  money = await startMoney();
});
const sent = async () => {
  const recipient = money.plantRecipient({ accountHolderName: 'Anneliese Brandt (Berlin)' });
  const id = await money.makeTransfer({ sourceAmount: 1_234.5, recipient });
  await money.asOwner('POST', `/v3/profiles/${businessProfile}/transfers/${id}/payments`, {
    type: 'BALANCE',
  });
  await money.advance(60);
  return id;
};

describe('the receipt', () => {
  it('is a PDF with the facts, once the money was sent', async () => {
    const id = await sent();
    const reply = await money.asOwner('GET', `/v1/transfers/${id}/receipt.pdf`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = String(reply.body);
    expect(text.startsWith('%PDF-1.4')).toBe(true);
    expect(text).toContain(`Transfer: #${id}`);
    expect(text).toContain('Sender: Harbourline Logistics Ltd');
    expect(text).toContain('Recipient: Anneliese Brandt \\(Berlin\\)');
    expect(text).toContain('Paid: 1,234.50 GBP');
  });

  it('is not found before that, by others, and after it came back', async () => {
    const waiting = await money.makeTransfer();
    expect((await money.asOwner('GET', `/v1/transfers/${waiting}/receipt.pdf`)).status).toBe(404);
    const path = `/v1/transfers/${await sent()}/receipt.pdf`;
    const token = await money.userToken(20_000_101);
    expect((await money.ask('GET', path, { token })).status).toBe(404);
    expect((await money.asOwner('GET', '/v1/transfers/1/receipt.pdf')).status).toBe(404);
  });
});

describe('the payout', () => {
  it('is told of once the money was sent', async () => {
    const waiting = await money.makeTransfer();
    const pathOf = (id: number) => `/v2/transfers/${id}/invoices/bankingpartner`;
    expect((await money.asOwner('GET', pathOf(waiting))).status).toBe(404);
    expect((await money.asOwner('GET', pathOf(await sent()))).body).toMatchObject({
      deliveryMode: 'LOCAL',
      bankingPartnerReference: expect.stringMatching(/^[0-9A-F]{12}$/),
      mt103: null,
    });
  });
});

describe('the delivery estimate', () => {
  it('says when, in the zone that was asked for', async () => {
    const id = await money.makeTransfer();
    const path = `/v1/delivery-estimates/${id}`;
    const { body } = await money.asOwner('GET', path);
    expect(deliveryEstimateReply.parse(body)).toEqual({
      estimatedDeliveryDate: '2026-11-21T10:30:00.000+0000',
      formattedEstimatedDeliveryDate: 'by Nov 21',
    });
    const there = await money.asOwner('GET', `${path}?timezone=Pacific/Kiritimati`);
    expect(there.body).toMatchObject({ formattedEstimatedDeliveryDate: 'by Nov 22' });
    expect((await money.asOwner('GET', `${path}?timezone=Mars/Olympus`)).status).toBe(400);
    expect((await money.asOwner('GET', '/v1/delivery-estimates/1')).status).toBe(404);
  });
});
