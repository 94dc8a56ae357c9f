import 'server-only';
import type { SharedKind } from '../../../catalogues/decline-desk.ts';

/** A transaction of a marked case, by what may be alike. */
export interface MarkedPayment {
  caseId: string;
  profileId: string;
  transactionId: string;
  createdAt: Date;
  cardToken: string;
  values: Partial<Record<SharedKind, { value: string; label: string }>>;
}
export interface Shared {
  kind: SharedKind;
  value: string;
  label: string;
  /** Of the marked cases that have it. */
  caseIds: string[];
  cards: number;
  /** The most cards of any 24 hours. */
  cardsWithinDay: number;
  from: Date;
  until: Date;
  payments: MarkedPayment[];
}

/** How much one more case that has it tells: many share a country or an hour by chance, few a card or a shop. */
const weights: Record<SharedKind, number> = {
  card: 6,
  merchant: 6,
  amount: 4,
  customer: 4,
  mcc: 2,
  hour: 1.5,
  programme: 1,
  method: 1,
  country: 1,
};
const dayMs = 24 * 60 * 60 * 1000;

/** What at least two of the cases have in common, the strongest first. Several cards at a shop within a day count double. */
export function findShared(payments: readonly MarkedPayment[]): Shared[] {
  const groups = new Map<string, { kind: SharedKind; payments: MarkedPayment[] }>();
  for (const payment of payments)
    for (const kind of kindsOf(payment)) {
      const key = `${kind} ${payment.values[kind]?.value}`;
      const group = groups.get(key) ?? { kind, payments: [] };
      group.payments.push(payment);
      groups.set(key, group);
    }
  return [...groups.values()]
    .map(toShared)
    .filter(({ caseIds }) => caseIds.length >= 2)
    .sort(
      (one, other) =>
        strengthOf(other) - strengthOf(one) ||
        other.cards - one.cards ||
        one.label.localeCompare(other.label),
    );
}

const kindsOf = ({ values }: MarkedPayment) =>
  (Object.keys(weights) as SharedKind[]).filter((kind) => values[kind] !== undefined);

const strengthOf = ({ cards, cardsWithinDay, caseIds, kind }: Shared): number =>
  caseIds.length * weights[kind] * (kind === 'merchant' && cards > 1 && cardsWithinDay === cards ? 2 : 1);

function toShared({ kind, payments }: { kind: SharedKind; payments: MarkedPayment[] }): Shared {
  const inTime = payments.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  const [first] = inTime;
  const last = inTime.at(-1);
  const named = first?.values[kind];
  return {
    kind,
    value: named?.value ?? '',
    label: named?.label ?? '',
    caseIds: [...new Set(payments.map(({ caseId }) => caseId))],
    cards: countCards(payments),
    cardsWithinDay: Math.max(
      ...inTime.map(({ createdAt }) =>
        countCards(
          inTime.filter(({ createdAt: at }) => {
            const later = at.getTime() - createdAt.getTime();
            return later >= 0 && later < dayMs;
          }),
        ),
      ),
    ),
    from: first?.createdAt ?? new Date(0),
    until: last?.createdAt ?? new Date(0),
    payments: inTime,
  };
}

const countCards = (payments: readonly MarkedPayment[]): number =>
  new Set(payments.map(({ cardToken }) => cardToken)).size;
