'use client';
import type { CaseDetail } from '@/lib/contracts/cases';
import { CardAround } from './card-around';
import { Elsewhere } from './elsewhere';
import { PaymentsAround } from './payments-around';

/** What a person looks through before deciding a case: the card's own past, the customer's other payments, the shop's. */
export function CaseSurroundings({ shown }: { shown: CaseDetail }) {
  return (
    <>
      <CardAround shown={shown} />
      <PaymentsAround shown={shown} />
      <Elsewhere shown={shown} />
    </>
  );
}
