import { describe, expect, it } from 'vitest';
import {
  countFilters,
  hrefForWebhooks,
  parseWebhooksState,
  toDeliveryQuery,
  withoutFilters,
} from './list-state.ts';

const parse = (text: string) => parseWebhooksState(new URLSearchParams(text));

describe('the address of the list of deliveries', () => {
  it('says what is searched, filtered and sorted, and comes back the same', () => {
    const address =
      '/webhooks?query=6f1d&eventType=cards%23card-status-change&state=done&outcome=read-again&test=no&from=2026-11-20&until=2026-11-22&sort=received';
    const state = parse(address.slice(address.indexOf('?')));
    expect(hrefForWebhooks(state)).toBe(address);
    expect(countFilters(state)).toBe(6);
    expect(toDeliveryQuery(state, 'Europe/Berlin')).toEqual({
      query: '6f1d',
      eventType: ['cards#card-status-change'],
      state: ['done'],
      outcome: ['read-again'],
      test: 'no',
      from: '2026-11-19T23:00:00.000Z',
      until: '2026-11-22T22:59:59.999Z',
      sort: 'received',
    });
    expect(hrefForWebhooks(withoutFilters(state))).toBe('/webhooks?sort=received');
  });
  it('names the view beside the first', () => {
    expect(hrefForWebhooks(parse('view=subscriptions'))).toBe('/webhooks?view=subscriptions');
  });
  it('leaves out what it does not know', () => {
    expect(hrefForWebhooks(parse('view=x&state=y&outcome=toString&test=maybe&from=2026-13-01&sort=z'))).toBe(
      '/webhooks',
    );
  });
});
