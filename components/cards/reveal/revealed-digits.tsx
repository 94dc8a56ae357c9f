'use client';
import { Check, Copy } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { type RevealedField, revealShownForSeconds } from '@/lib/catalogues/reveals';
import { copyField, type Revealed } from '@/lib/client/reveals/reveal';
import type { CardPath } from '@/lib/contracts/cards';
import { groupDigits } from '@/lib/format/card-numbers';
import { useShownFor } from './use-shown-for';

interface RevealedDigitsProps {
  path: CardPath;
  revealed: Revealed;
  onHide: () => void;
}

/** The digits, for half a minute at most and only while somebody looks at this page. */
export function RevealedDigits({ path, revealed, onHide }: RevealedDigitsProps) {
  const left = useShownFor(revealShownForSeconds, onHide);
  const [copied, setCopied] = useState<RevealedField | 'failed'>();
  const copy = (field: RevealedField, value: string) =>
    copyField(path, revealed.revealId, field, value).then(
      () => setCopied(field),
      () => setCopied('failed'),
    );
  const row = (field: RevealedField, label: string, value: string, shown: ReactNode = value) => (
    <Row key={field} label={label} isCopied={copied === field} onCopy={() => void copy(field, value)}>
      {shown}
    </Row>
  );
  return (
    <div className="grid gap-3">
      <dl className="grid gap-2 rounded-md bg-secret-tint px-3 py-2.5">
        {revealed.what === 'pin'
          ? row('pin', 'PIN', revealed.digits.pin, <Digits digits={revealed.digits.pin} />)
          : [
              row('pan', 'Card number', revealed.digits.pan, <Digits digits={revealed.digits.pan} />),
              row('expiryDate', 'Expires', revealed.digits.expiryDate),
              row('cvv2', 'CVV', revealed.digits.cvv2, <Digits digits={revealed.digits.cvv2} />),
              row('cardholderName', 'Name', revealed.digits.cardholderName),
            ]}
      </dl>
      <div className="flex items-center gap-3">
        <div aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-line">
          <div
            className="h-full origin-left bg-secret"
            style={{ transform: `scaleX(${left / revealShownForSeconds})` }}
          />
        </div>
        <span className="w-10 text-right tabular-nums">{left} s</span>
        <Button size="sm" onClick={onHide}>
          Hide now
        </Button>
      </div>
      <p role="status" className="text-meta text-ink-3">
        {copied === 'failed'
          ? 'Not copied: it could not be put on record, or the browser does not allow it.'
          : copied === undefined
            ? left <= 10
              ? 'Hidden in 10 seconds or less.'
              : 'Hides when you leave this window.'
            : 'Copied. It is on record; empty the clipboard afterwards.'}
      </p>
    </div>
  );
}

interface RowProps {
  label: string;
  isCopied: boolean;
  onCopy: () => void;
  children: ReactNode;
}

function Row({ label, isCopied, onCopy, children }: RowProps) {
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] items-center gap-x-2 max-narrow:grid-cols-[minmax(0,1fr)]">
      <dt className="text-meta text-ink-2">{label}</dt>
      <dd className="flex items-center justify-between gap-2 wrap-anywhere">
        <span className="font-mono text-[1.0625rem] print:hidden">{children}</span>
        <span className="hidden print:inline">••••</span>
        <IconButton size="xs" label={`Copy ${label.toLowerCase()}, put on record`} onClick={onCopy}>
          {isCopied ? <Check /> : <Copy />}
        </IconButton>
      </dd>
    </div>
  );
}

/** Seen in fours; read out digit by digit, a pause after each four. */
function Digits({ digits }: { digits: string }) {
  const groups = groupDigits(digits).split(' ');
  return (
    <>
      <span aria-hidden>{groups.join(' ')}</span>
      <span className="sr-only">{groups.map((group) => [...group].join(' ')).join(', ')}</span>
    </>
  );
}
