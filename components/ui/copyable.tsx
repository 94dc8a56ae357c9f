'use client';
import { Check, Copy } from 'lucide-react';
import { formatId } from '@/lib/format/ids';
import { IconButton } from './button';
import { useCopy } from './use-copy';

interface CopyableProps {
  value: string;
  /** What it is, for the button's name: "card token" gives "Copy card token". */
  what: string;
  /** Shown instead of the first 8 … last 4. */
  shown?: string;
}

export function Copyable({ value, what, shown }: CopyableProps) {
  const { isCopied, copy } = useCopy(value);
  return (
    <span className="inline-flex items-center gap-1">
      <span className="code" title={value}>
        {shown ?? formatId(value)}
      </span>
      <IconButton size="xs" label={`Copy ${what}`} onClick={copy}>
        {isCopied ? <Check /> : <Copy />}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </span>
  );
}
