'use client';
import { PendingRows } from '@/components/feedback/pending-rows';
import { Button } from '@/components/ui/button';
import type { ApprovalRule } from '@/lib/catalogues/approval-rules';
import { defaultWords, wordsOfRule } from './rule-words';

interface RulesTableProps {
  rules: readonly ApprovalRule[] | undefined;
  notNow: string | undefined;
  /** Undefined for who may only read. */
  onOpen: ((currency: string) => void) | undefined;
}

export function RulesTable({ rules, notNow, onOpen }: RulesTableProps) {
  const currencies = [...new Set(rules?.map(({ currency }) => currency))];
  return (
    <div className="flex-1">
      <table role="table" className="data-table [&_td]:py-1.5! [&_td]:whitespace-normal!" aria-busy={!rules}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Currency
            </th>
            <th role="columnheader" scope="col">
              Sum of a day
            </th>
            <th role="columnheader" scope="col" className="acts">
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {!rules && <PendingRows columns={['', '', 'acts']} rows={3} />}
          {currencies.map((currency) => (
            <tr role="row" key={currency}>
              <td role="cell" className="key">
                {currency}
              </td>
              <td role="cell" className="tabular">
                {rules
                  ?.filter((rule) => rule.currency === currency)
                  .map((rule) => (
                    <span key={rule.above} className="block">
                      {wordsOfRule(rule)}
                    </span>
                  ))}
              </td>
              <td role="cell" className="acts">
                {onOpen && (
                  <Button
                    size="sm"
                    variant="quiet"
                    notNow={notNow}
                    aria-label={`Change ${currency}`}
                    onClick={() => onOpen(currency)}
                  >
                    Change…
                  </Button>
                )}
              </td>
            </tr>
          ))}
          {rules &&
            defaultWords.map((line) => (
              <tr role="row" key={line.currencies}>
                <td role="cell" className="text-ink-2">
                  {line.currencies}
                  <span className="block text-meta text-ink-3">Default, where no line of its own stands</span>
                </td>
                <td role="cell" className="text-ink-2 tabular">
                  {line.words}
                </td>
                <td role="cell" className="acts" />
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
