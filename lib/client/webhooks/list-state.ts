import { type DeliveryState, deliveryStates } from '../../catalogues/webhook-deliveries.ts';
import { type WebhookOutcome, webhookOutcomes } from '../../catalogues/webhook-outcomes.ts';
import type { WebhookDeliveryQuery } from '../../contracts/webhooks.ts';
import { boundsOfDay } from '../../format/day-bounds.ts';
import { readDay } from '../url/read-day.ts';
import { hrefOf } from '../url/write-url.ts';

export const webhookViews = ['deliveries', 'subscriptions', 'looks'] as const;
const sorts = ['-received', 'received'] as const;

/** All that the address says about the page. `from` and `until` are days in the reader's own zone. */
export interface WebhooksState {
  view: (typeof webhookViews)[number];
  query: string;
  eventType: string;
  state: DeliveryState | '';
  outcome: WebhookOutcome | '';
  test: 'yes' | 'no' | '';
  from: string;
  until: string;
  sort: (typeof sorts)[number];
}

const isOutcome = (value: string): value is WebhookOutcome => Object.hasOwn(webhookOutcomes, value);
export const webhookOutcomeCodes = Object.keys(webhookOutcomes).filter(isOutcome);

export const parseDeliveryState = (value: string | null) => deliveryStates.find((one) => one === value) ?? '';
export const parseOutcome = (value: string | null) => webhookOutcomeCodes.find((one) => one === value) ?? '';
export const parseTest = (value: string | null) =>
  (['yes', 'no'] as const).find((one) => one === value) ?? '';
export const parseSort = (value: string | null) => sorts.find((one) => one === value) ?? '-received';

export const parseWebhooksState = (search: URLSearchParams): WebhooksState => ({
  view: webhookViews.find((one) => one === search.get('view')) ?? 'deliveries',
  query: search.get('query')?.trim().slice(0, 100) ?? '',
  eventType: search.get('eventType')?.slice(0, 100) ?? '',
  state: parseDeliveryState(search.get('state')),
  outcome: parseOutcome(search.get('outcome')),
  test: parseTest(search.get('test')),
  from: readDay(search, 'from'),
  until: readDay(search, 'until'),
  sort: parseSort(search.get('sort')),
});

export const hrefForWebhooks = ({ sort, view, ...filters }: WebhooksState): string =>
  hrefOf('/webhooks', {
    ...(view !== 'deliveries' && { view }),
    ...filters,
    ...(sort !== '-received' && { sort }),
  });

export const withoutFilters = ({ sort, view }: WebhooksState): WebhooksState => ({
  view,
  query: '',
  eventType: '',
  state: '',
  outcome: '',
  test: '',
  from: '',
  until: '',
  sort,
});

/** Those beside the search. */
export const countFilters = ({ eventType, from, outcome, state, test, until }: WebhooksState): number =>
  [eventType, state, outcome, test, from, until].filter((value) => value !== '').length;

/** What the endpoint is asked for. */
export function toDeliveryQuery(page: WebhooksState, timeZone: string): WebhookDeliveryQuery {
  const { eventType, outcome, query, sort, state, test } = page;
  const from = boundsOfDay(page.from, timeZone)?.from;
  const until = boundsOfDay(page.until, timeZone)?.until;
  return {
    sort,
    ...(query && { query }),
    ...(eventType && { eventType: [eventType] }),
    ...(state && { state: [state] }),
    ...(outcome && { outcome: [outcome] }),
    ...(test && { test }),
    ...(from && { from }),
    ...(until && { until }),
  };
}
