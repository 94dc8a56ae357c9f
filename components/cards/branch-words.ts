/** Why a branch's list is empty, and what fills it. */
export function whyBranchIsEmpty(branches: string): string {
  return branches === ''
    ? 'No branch is yours yet, so no card can appear here. Ask an administrator to name one.'
    : `A card appears here once its order names ${branches} as the place of collection.`;
}

/** For who looks for a card that may be another branch's. */
export const onlyCardsOf = (branches: string): string =>
  branches === '' ? 'No branch is yours yet.' : `You see cards of ${branches} only.`;
