'use client';
import { TopUpDialog } from '@/components/balances/top-up-dialog';
import { debitCurrencyOf } from '@/lib/client/batch-groups/funding-offer';
import type { Balance, BatchFunding } from '@/lib/contracts/batch-funding';
import type { Conversion } from '@/lib/contracts/batch-before-funding';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import { DebitDialog } from './debit-dialog';
import { FundDialog } from './fund-dialog';
import type { OpenFundingDialog } from './funding-section';
import { PayInDialog, type ShowingPayIn } from './pay-in-dialog';

interface FundingDialogProps {
  open: OpenFundingDialog;
  group: BatchGroupDetail;
  path: BatchGroupPath;
  balance: Balance | undefined;
  funding: BatchFunding | undefined;
  short: string | undefined;
  conversion: Conversion | undefined;
  showing: ShowingPayIn;
  /** Wise's answer did not come. */
  onLost: () => void;
  onClose: () => void;
}

export function FundingDialog({
  open,
  group,
  path,
  balance,
  funding,
  short,
  conversion,
  showing,
  onLost,
  onClose,
}: FundingDialogProps) {
  switch (open) {
    case 'fund':
      return balance && funding && funding.total !== null ? (
        <FundDialog
          group={group}
          path={path}
          total={funding.total}
          available={balance.available}
          before={funding.before}
          conversion={short === undefined ? undefined : conversion}
          onLost={onLost}
          onClose={onClose}
        />
      ) : null;
    case 'debit': {
      const currency = debitCurrencyOf(group);
      return currency && funding && funding.total !== null ? (
        <DebitDialog
          group={group}
          path={path}
          currency={currency}
          total={funding.total}
          before={funding.before}
          onLost={onLost}
          onClose={onClose}
        />
      ) : null;
    }
    case 'pay-in':
      return <PayInDialog group={group} showing={showing} onClose={onClose} />;
    case 'top-up':
      return balance ? (
        <TopUpDialog profileId={path.profileId} balance={balance} suggested={short} onClose={onClose} />
      ) : null;
  }
}
