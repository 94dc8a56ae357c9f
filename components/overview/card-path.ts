export const cardPathOf = ({ profileId, cardToken }: { profileId: string; cardToken: string }): string =>
  `/cards/${encodeURIComponent(profileId)}/${encodeURIComponent(cardToken)}`;
