import 'server-only';

export const reasonPlace = { table: 'legal_holds', column: 'reason_sealed' };

/** Whose key seals what is written about it. */
export const subjectOf = ({ cardToken, profileId }: { cardToken: string | null; profileId: string }) =>
  cardToken ?? profileId;
