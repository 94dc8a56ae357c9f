import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import { wordsOfConversions, wordsOfFunding } from './funding-words';
import { Told } from './told';

interface FundingStateProps {
  funding: BatchFunding;
  currency: string;
}

/** How far the money is, with what is not known said as such. */
export function FundingState({ funding, currency }: FundingStateProps) {
  const timeZone = useTimeZone();
  const words = wordsOfFunding(funding, currency, timeZone);
  const converted = funding.funding && wordsOfConversions(funding.funding, currency);
  return (
    <>
      {converted && <Told words={converted} />}
      {words && <Told words={words} />}
    </>
  );
}
