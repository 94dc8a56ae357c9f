import { printMilliseconds } from '../core/clock.ts';
import type { ProductionRecord } from '../entities.ts';
import { readyWords } from './production-codes.ts';

export const newProduction = (cardToken: string, atMs: number): ProductionRecord => ({
  cardToken,
  status: 'READY',
  kioskId: null,
  occurredAt: printMilliseconds(atMs),
  errorCode: null,
  description: readyWords,
  endsWith: null,
  nextStepAtMs: null,
});
