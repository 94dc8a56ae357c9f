import 'server-only';
import { type Column, type SQL, sql } from 'drizzle-orm';
import type { IndexedCard } from '../../../contracts/cards.ts';
import type { CardScope } from '../../auth/operator.ts';
import { cards } from '../../db/schema/cards.ts';
import { handOvers, productions } from '../../db/schema/kiosks.ts';

export type OwnBranchMark = NonNullable<IndexedCard['ownBranch']>;

/** Whether the card was given to its holder, over a counter of ours. */
export const isHandedOver = (cardToken: Column = cards.token): SQL<boolean> =>
  sql<boolean>`exists (select 1 from ${handOvers} where ${handOvers}.card_token = ${cardToken.table}.${sql.identifier(cardToken.name)})`;

/**
 * Whether this reader is told whose card it is. A branch compares the name with a document at the counter, so it is told
 * from the moment the card can be printed until it is handed over; Wise tells of a production from READY on.
 */
export function isHolderShown(scope: CardScope, cardToken: Column = cards.token): SQL<boolean> {
  if (scope === 'all') return sql<boolean>`true`;
  const token = sql`${cardToken.table}.${sql.identifier(cardToken.name)}`;
  return sql<boolean>`(exists (select 1 from ${productions} where ${productions}.card_token = ${token}) and not ${isHandedOver(cardToken)})`;
}

/** Both for one reader, to be selected beside the card. */
export const ownBranchColumns = (scope: CardScope) => ({
  isHolderShown: isHolderShown(scope),
  isHandedOver: scope === 'all' ? sql<boolean>`false` : isHandedOver(),
});

interface Named {
  cardHolderName: string | null;
  phoneNumber?: string | null;
}

/** The same without what would tell whose it is. */
export const withoutHolder = <Row extends Named>(row: Row): Row => ({
  ...row,
  cardHolderName: null,
  ...('phoneNumber' in row && { phoneNumber: null }),
});

/** A person's profile carries the person's name; a company's does not tell the holder. */
export const nameOfProfile = (
  profile: { id: string; type: string; name: string },
  isShown: boolean,
): string =>
  isShown || profile.type.toUpperCase() !== 'PERSONAL' ? profile.name : `Personal profile ${profile.id}`;

/** Only for who sees the cards of own branches alone. */
export const ownBranchMark = (scope: CardScope, mark: OwnBranchMark): { ownBranch?: OwnBranchMark } =>
  scope === 'all' ? {} : { ownBranch: mark };
