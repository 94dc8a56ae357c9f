import { Notice } from '@/components/ui/notice';
import type { FundingWords } from './funding-words';

/** Words about money: a notice where they must be read. */
export function Told({ words: { lines, title, tone } }: { words: FundingWords }) {
  const text = lines.map((line) => <p key={line}>{line}</p>);
  if (tone)
    return (
      <Notice tone={tone} title={title}>
        <div className="grid gap-1">{text}</div>
      </Notice>
    );
  return (
    <div>
      <p className="font-strong">{title}</p>
      <div className="text-ink-2">{text}</div>
    </div>
  );
}
