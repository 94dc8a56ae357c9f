import { Notice } from '@/components/ui/notice';
import { useTimeZone } from '@/lib/client/time-zone/time-zone-provider';
import type { BatchFunding } from '@/lib/contracts/batch-funding';
import { wordsOfSecondDebit } from './debit-words';
import { type FundingWords, wordsOfConversions, wordsOfFunding } from './funding-words';

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
      {funding.secondDebit && <Told words={wordsOfSecondDebit(funding.secondDebit, currency, timeZone)} />}
      {converted && <Told words={converted} />}
      {words && <Told words={words} />}
    </>
  );
}

function Told({ words }: { words: FundingWords }) {
  const lines = words.lines.map((line) => <p key={line}>{line}</p>);
  if (words.tone)
    return (
      <Notice tone={words.tone} title={words.title}>
        {lines}
      </Notice>
    );
  return (
    <div>
      <p className="font-strong">{words.title}</p>
      <div className="text-ink-2">{lines}</div>
    </div>
  );
}
