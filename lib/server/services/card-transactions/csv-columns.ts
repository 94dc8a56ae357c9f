import 'server-only';
import type { ReportingValue, WiseTransaction } from '../../../contracts/card-transactions.ts';
import type { CsvColumn } from '../csv.ts';

/** What every file of transactions holds of one. */
export const transactionColumns: CsvColumn<WiseTransaction>[] = [
  { header: 'Transaction', value: ({ id }) => id },
  { header: 'Created', isTime: true, value: ({ creationTime }) => creationTime },
  { header: 'Changed', isTime: true, value: ({ modificationTime }) => modificationTime },
  { header: 'Held until', isTime: true, value: ({ purgeTime }) => purgeTime },
  { header: 'State', value: ({ state }) => state },
  { header: 'Type', value: ({ type }) => type },
  { header: 'Merchant', value: ({ merchant }) => merchant.name },
  { header: 'City', value: ({ merchant }) => merchant.city },
  { header: 'Country', value: ({ merchant }) => merchant.country },
  { header: 'MCC', value: ({ merchant }) => merchant.mcc },
  { header: 'Amount', value: ({ transactionAmount }) => transactionAmount.amount },
  { header: 'Currency', value: ({ transactionAmount }) => transactionAmount.currency },
  { header: 'Billing amount', value: ({ billingAmount }) => billingAmount?.amount },
  { header: 'Billing currency', value: ({ billingAmount }) => billingAmount?.currency },
  { header: 'Decline reason', value: ({ declineReason }) => declineReason },
  { header: 'Detailed reason', value: ({ detailedDeclineReason }) => detailedDeclineReason },
  { header: 'Authorisation method', value: ({ authorisationMethod }) => authorisationMethod },
  { header: 'PIN result', value: ({ pinValidationResult }) => pinValidationResult },
  { header: 'Approval code', value: ({ approvalCode }) => approvalCode },
  { header: 'ARN', value: ({ arn }) => arn },
];

/** What was billed, valued in the installation's currency. */
export const reportingColumns: CsvColumn<{ reporting: ReportingValue | null }>[] = [
  { header: 'Reporting amount', value: ({ reporting }) => reporting?.amount },
  { header: 'Reporting currency', value: ({ reporting }) => reporting?.currency },
  { header: 'Rate', value: ({ reporting }) => reporting?.rate },
  { header: 'Rate of', value: ({ reporting }) => reporting?.day },
];
