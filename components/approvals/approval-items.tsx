'use client';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import { ErrorState } from '@/components/feedback/error-state';
import { Checkbox } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { neighbourOf, nextToAccept } from '@/lib/client/approvals/items';
import { useAcceptItem } from '@/lib/client/approvals/queries';
import { useKeys } from '@/lib/client/keys/use-keys';
import type { ApprovalDetail } from '@/lib/contracts/approvals';
import { formatCount } from '@/lib/format/counts';
import { wordsOfItem } from './approval-words';

/** One by one, on purpose: there is nothing that accepts them all. Hundreds of them go by keyboard. */
export function ApprovalItems({ approval }: { approval: ApprovalDetail }) {
  const { id, items, standing, state } = approval;
  const accept = useAcceptItem(id);
  const list = useRef<HTMLUListElement>(null);
  const [focused, setFocused] = useState<string>();
  const mayDecide = state === 'pending' && standing === 'yours-to-decide';
  const accepted = items.filter(({ isAccepted }) => isAccepted).length;
  // One of them takes Tab, so that the way to the buttons below is short.
  const current = items.some(({ key }) => key === focused)
    ? focused
    : (nextToAccept(approval, undefined) ?? items[0]?.key);
  const focus = (key: string | undefined) => {
    if (key === undefined) return;
    setFocused(key);
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(key)}"]`)?.focus();
  };
  const toggle = (itemKey: string) => {
    const isAccepted = !items.find(({ key }) => key === itemKey)?.isAccepted;
    accept.mutate({ itemKey, isAccepted });
    if (isAccepted) focus(nextToAccept(approval, itemKey));
  };
  // From anywhere on the page to the next one that is not accepted.
  useKeys({
    x: () => {
      if (mayDecide) focus(nextToAccept(approval, undefined));
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return;
    const areKeysOn = document.documentElement.dataset.keys !== 'off';
    const act = {
      ' ': () => toggle(current),
      ArrowDown: () => focus(neighbourOf(approval, current, 1)),
      ArrowUp: () => focus(neighbourOf(approval, current, -1)),
      ...(areKeysOn && {
        x: () => toggle(current),
        j: () => focus(neighbourOf(approval, current, 1)),
        k: () => focus(neighbourOf(approval, current, -1)),
      }),
    }[event.key];
    if (!act) return;
    // Space would press the box a second time, J and K would leave for another request.
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const failed = accept.error && items.find(({ key }) => key === accept.variables?.itemKey);
  return (
    <section className="mx-(--gutter) border-t border-line pt-3 pb-3">
      <div className="sticky top-0 z-10 flex flex-wrap items-baseline gap-x-2 bg-surface py-1">
        <h3>Look at each of these</h3>
        {mayDecide && (
          <>
            <span role="status" className="text-meta text-ink-3 tabular">
              {formatCount(accepted)} of {formatCount(items.length)} accepted
            </span>
            <span className="ml-auto text-meta text-ink-3 max-narrow:hidden" data-print="no">
              <Kbd>J</Kbd> <Kbd>K</Kbd> move, <Kbd>X</Kbd> or <Kbd>Space</Kbd> accepts and moves on
            </span>
          </>
        )}
      </div>
      {accept.error && (
        <ErrorState
          error={accept.error}
          title={failed ? `Not saved: ${failed.lines[0] ?? wordsOfItem(failed.kind)}` : 'Not saved.'}
        />
      )}
      <ul ref={list} onKeyDown={mayDecide ? press : undefined} className="mt-1">
        {items.map(({ key, kind, lines, isAccepted }) => (
          <li key={key} className="scroll-mt-9 border-b border-line-soft py-2 last:border-b-0">
            {mayDecide ? (
              <Checkbox
                label={<ItemText kind={kind} lines={lines} />}
                data-item={key}
                checked={isAccepted}
                tabIndex={key === current ? 0 : -1}
                onFocus={() => setFocused(key)}
                onChange={({ target }) => accept.mutate({ itemKey: key, isAccepted: target.checked })}
              />
            ) : (
              <ItemText kind={kind} lines={lines} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ItemText = memo(function ItemText({ kind, lines }: { kind: string; lines: string[] }) {
  return (
    <>
      <span className="font-label">{wordsOfItem(kind)}</span>
      {lines.map((line) => (
        <span key={line} className="block text-ink-2">
          {line}
        </span>
      ))}
    </>
  );
});
