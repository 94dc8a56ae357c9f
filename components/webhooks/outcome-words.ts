import { webhookOutcomes } from '@/lib/catalogues/webhook-outcomes';

const isKnown = (outcome: string): outcome is keyof typeof webhookOutcomes =>
  Object.hasOwn(webhookOutcomes, outcome);

/** What an earlier version of the console wrote stands as it is. */
export const sayOutcome = (outcome: string): string =>
  isKnown(outcome) ? webhookOutcomes[outcome].long : outcome;
export const shortOutcome = (outcome: string): string =>
  isKnown(outcome) ? webhookOutcomes[outcome].short : outcome;
