/** So many transactions go into one package of evidence. */
export const mostTransactionsInEvidence = 1000;
