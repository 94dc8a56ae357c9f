import { describe, expect, it } from 'vitest';
import {
  addressOfArchive,
  countFilters,
  hrefForArchive,
  parseArchiveState,
  toArchiveFilters,
  withSort,
} from './archive-state.ts';

const parse = (query: string) => parseArchiveState(new URLSearchParams(query));
const address =
  'query=tesco&merchant=caf%C3%A9&amountFrom=5&amountTo=20.50&changedSinceExport=5c5a2a39-5c5f-4d53-9d0f-0d9c4f3f2b11&from=2026-11-01&until=2026-11-02&state=DECLINED&type=REFUND&declineReason=INCORRECT_PIN&family=pin&currency=EUR&currency=GBP&mcc=5411&profileId=30000001&sort=billing&columns=time%2Cmerchant%2Cstate%2Camount';

describe('the address of all transactions', () => {
  it('says all that was chosen, and says it again', () => {
    const state = parse(address);
    expect(parse(hrefForArchive(state).split('?')[1] ?? '')).toEqual(state);
    expect(countFilters(state)).toBe(11);
  });
  it('leaves out what the archive could not be asked for', () => {
    const state = parse(
      'currency=pounds&family=NOT_DISCLOSED&profileId=x&cardToken=1&changedSinceExport=7&amountFrom=-1&from=2026-02-31&sort=merchant&open=1:x&view=1',
    );
    expect(hrefForArchive(state)).toBe('/transactions?view=all');
  });
  it('keeps what is open out of a saved view', () => {
    const state = parse('state=DECLINED&open=30000001:7');
    expect(state.open).toEqual({ profileId: '30000001', id: '7' });
    expect(hrefForArchive(state)).toBe('/transactions?state=DECLINED&open=30000001:7');
    expect(addressOfArchive(state).query).toBe('state=DECLINED');
  });
  it('asks for whole days in the reader’s zone, and for no end before the beginning', () => {
    const days = ({ from, until }: { from: string; until: string }) =>
      toArchiveFilters({ ...parse(''), from, until }, 'Europe/Berlin');
    expect(days({ from: '2026-11-01', until: '2026-11-02' })).toEqual({
      sort: '-created',
      from: '2026-10-31T23:00:00.000Z',
      to: '2026-11-02T23:00:00.000Z',
    });
    expect(days({ from: '2026-11-02', until: '2026-11-01' })).not.toHaveProperty('to');
  });
  it('asks for hours of the day by the reader’s clocks', () => {
    expect(
      toArchiveFilters(parse('hour=05&hour=24&outcome=declined&outcome=lost'), 'Asia/Kathmandu'),
    ).toEqual({
      sort: '-created',
      hour: [5],
      timeZone: 'Asia/Kathmandu',
      outcome: ['declined'],
    });
  });
  it('turns an order round, and begins each with the newest or largest', () => {
    const state = parse('');
    expect(withSort(state, 'created').sort).toBe('created');
    expect(withSort(state, 'billing').sort).toBe('-billing');
    expect(withSort(withSort(state, 'billing'), 'billing').sort).toBe('billing');
  });
});
