import { type Emphasis, readEmphasis } from '@/lib/format/emphasis';
import type { ReactNode } from 'react';

const elements: Record<Emphasis, (words: ReactNode) => ReactNode> = {
  strong: (words) => <strong className="font-label">{words}</strong>,
  positive: (words) => <span className="text-good">{words}</span>,
  negative: (words) => <span className="text-bad">{words}</span>,
  strikethrough: (words) => <s>{words}</s>,
};

/** Wise's text with its emphasis. Any other markup stands there as the text it is, and turns no other text around. */
export function Emphasised({ text }: { text: string }) {
  return (
    <bdi>
      {readEmphasis(text).map((run, index) => (
        <span key={index}>
          {run.emphases.reduce<ReactNode>((words, name) => elements[name](words), run.text)}
        </span>
      ))}
    </bdi>
  );
}
