'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatId } from '@/lib/format/ids';
import { IconButton } from './button';

interface CopyableProps {
  value: string;
  /** What it is, for the button's name: "card token" gives "Copy card token". */
  what: string;
  /** Shown instead of the first 8 … last 4. */
  shown?: string;
}

export function Copyable({ value, what, shown }: CopyableProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className="inline-flex items-center gap-1">
      <span className="code" title={value}>
        {shown ?? formatId(value)}
      </span>
      <IconButton
        size="xs"
        label={`Copy ${what}`}
        onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
      >
        {copied ? <Check /> : <Copy />}
      </IconButton>
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </span>
  );
}
