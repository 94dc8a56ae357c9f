/** What a file of payments may hold. Wise: a batch group takes 1,000 transfers. */
export const batchFileLimits = {
  bytes: 2 * 1024 * 1024,
  rows: 1000,
  columns: 100,
  headerCharacters: 200,
} as const;

/** The console's own columns in a file of rows to mend; reading such a file leaves them out. */
export const headersOfDownload = { row: 'row', whatToMend: 'whatToMend' } as const;

interface Column {
  /** As a person reads it. */
  label: string;
  /** Headers that mean it, in the form of `headerKey`; Wise's own first. */
  headers: readonly string[];
  /** Headers that may mean it: a person looks at the column once. */
  perhaps?: readonly string[];
}

/**
 * What a payment consists of, by the name the console keeps it under. `details.<key>` and `transfer.<key>` are Wise's own
 * keys of an account's and a transfer's details. Headers are those of Wise's batch templates of all generations, and what people call the same.
 */
export const batchColumns = {
  recipientId: {
    label: 'Recipient id',
    headers: ['recipientid', 'wiserecipientid'],
    perhaps: ['accountid', 'payeeid', 'beneficiaryid'],
  },
  name: {
    label: 'Name',
    headers: [
      'name',
      'recipientname',
      'accountholdername',
      'accountholder',
      'beneficiary',
      'beneficiaryname',
      'payee',
      'payeename',
      'fullname',
      'recipient',
      'recipientfullname',
      'nameoftherecipient',
      'accountname',
    ],
    perhaps: ['to', 'supplier', 'vendor', 'company', 'companyname', 'employee', 'customer', 'holder'],
  },
  email: {
    label: 'E-mail',
    headers: ['recipientemail', 'email', 'emailaddress', 'recipientemailaddress', 'beneficiaryemail'],
    perhaps: ['mail', 'contact'],
  },
  receiverType: {
    label: 'Person or institution',
    headers: ['receivertype', 'recipienttype', 'legaltype', 'detailslegaltype', 'legalentitytype'],
    perhaps: ['entitytype', 'beneficiarytype', 'payeetype', 'personorbusiness'],
  },
  sourceCurrency: {
    label: 'Currency that leaves',
    headers: ['sourcecurrency', 'fromcurrency', 'paymentcurrencysource'],
    perhaps: ['from', 'debitcurrency', 'sendcurrency'],
  },
  targetCurrency: {
    label: 'Currency that arrives',
    headers: ['targetcurrency', 'tocurrency', 'recipientcurrency', 'currency', 'beneficiarycurrency'],
    perhaps: ['ccy', 'curr', 'paymentcurrency', 'receivecurrency', 'payoutcurrency'],
  },
  amountCurrency: {
    label: 'Which side the amount fixes',
    headers: ['amountcurrency', 'amounttype', 'fixedside'],
    perhaps: ['side', 'fixed', 'amountin'],
  },
  amount: {
    label: 'Amount',
    headers: ['amount', 'paymentamount', 'transferamount', 'amounttopay'],
    perhaps: ['sum', 'value', 'total', 'pay', 'salary', 'netpay', 'betrag', 'montant', 'importe', 'importo'],
  },
  paymentReference: {
    label: 'Reference the payee sees',
    headers: ['paymentreference', 'reference', 'detailsreference', 'transferreference', 'paymentdetails'],
    perhaps: [
      'ref',
      'narrative',
      'description',
      'message',
      'memo',
      'purpose',
      'remittanceinformation',
      'details',
    ],
  },
  referenceNumber: {
    label: 'Your own number',
    headers: ['referencenumber', 'internalreference', 'yourreference', 'ourreference'],
    perhaps: ['invoice', 'invoicenumber', 'invoiceno', 'externalid', 'id'],
  },
  type: {
    label: 'Kind of account',
    headers: ['type', 'recipientaccounttype', 'payouttype'],
    perhaps: ['method', 'paymentmethod', 'paymenttype'],
  },
  'details.IBAN': {
    label: 'IBAN',
    headers: ['iban', 'ibannumber', 'ibancode', 'ibanaccount', 'beneficiaryiban', 'recipientiban'],
    perhaps: ['ibanaccountnumber', 'accountnumberiban', 'ibanoraccountnumber', 'bankaccountiban'],
  },
  'details.BIC': {
    label: 'BIC',
    headers: ['bic', 'biccode', 'bicswift', 'bicswiftcode', 'beneficiarybic', 'bankbic'],
  },
  'details.swiftCode': { label: 'SWIFT code', headers: ['swiftcode', 'swift', 'swiftbic', 'swiftbiccode'] },
  'details.sortCode': {
    label: 'UK sort code',
    headers: ['sortcode', 'uksortcode', 'banksortcode', 'sortcodenumber'],
    perhaps: ['sort', 'sc'],
  },
  'details.accountNumber': {
    label: 'Account number',
    headers: [
      'accountnumber',
      'accountno',
      'accountnr',
      'bankaccountnumber',
      'beneficiaryaccountnumber',
      'acctnumber',
    ],
    perhaps: ['account', 'bankaccount', 'acct', 'acctno', 'kontonummer', 'beneficiaryaccount'],
  },
  'details.abartn': {
    label: 'ABA routing number',
    headers: [
      'abartn',
      'routingnumber',
      'aba',
      'abanumber',
      'abaroutingnumber',
      'achroutingnumber',
      'fedwireroutingnumber',
      'routingno',
    ],
    perhaps: ['routing', 'rtn'],
  },
  'details.accountType': {
    label: 'Checking or savings',
    headers: ['accounttype', 'bankaccounttype', 'checkingorsavings'],
  },
  'details.ifscCode': { label: 'IFSC code', headers: ['ifsccode', 'ifsc'] },
  'details.institutionNumber': {
    label: 'Canadian institution number',
    headers: ['institutionnumber', 'institutionno', 'financialinstitutionnumber'],
    perhaps: ['institution'],
  },
  'details.transitNumber': {
    label: 'Canadian transit number',
    headers: ['transitnumber', 'transitno', 'branchtransitnumber'],
    perhaps: ['transit'],
  },
  'details.bankCode': {
    label: 'Bank code',
    headers: ['bankcode'],
    perhaps: ['bank', 'banknumber', 'bankid'],
  },
  'details.branchCode': {
    label: 'Branch code',
    headers: ['branchcode', 'bankbranchcode'],
    perhaps: ['branch', 'branchnumber'],
  },
  'details.bankName': { label: 'Bank name', headers: ['bankname', 'beneficiarybank', 'nameofbank'] },
  'details.bsbCode': { label: 'BSB code', headers: ['bsbcode', 'bsb', 'bsbnumber'] },
  'details.clabe': { label: 'CLABE', headers: ['clabe', 'clabenumber'] },
  'details.clearingNumber': { label: 'Clearing number', headers: ['clearingnumber', 'clearingno'] },
  'details.cpf': { label: 'CPF or CNPJ', headers: ['cpf', 'cpfcnpj', 'cpforcnpj', 'cnpj'] },
  'details.taxId': { label: 'Tax id', headers: ['taxid', 'taxnumber', 'taxidentificationnumber'] },
  'details.idDocumentNumber': {
    label: 'Number of an identity document',
    headers: ['iddocumentnumber', 'identitydocumentnumber'],
  },
  'details.phoneNumber': {
    label: 'Phone number',
    headers: ['phonenumber', 'phone', 'mobilenumber', 'telephone', 'mobile'],
  },
  'details.interacAccount': {
    label: 'Interac e-mail',
    headers: ['interacaccount', 'interacemail', 'interac'],
  },
  'details.dateOfBirth': { label: 'Date of birth', headers: ['dateofbirth', 'birthdate', 'dob'] },
  'details.address.country': {
    label: 'Country',
    headers: ['addresscountry', 'detailsaddresscountry', 'addresscountrycode', 'recipientcountry', 'country'],
    perhaps: ['countrycode', 'beneficiarycountry'],
  },
  'details.address.city': {
    label: 'City',
    headers: ['addresscity', 'detailsaddresscity', 'city', 'town', 'recipientcity'],
  },
  'details.address.postCode': {
    label: 'Post code',
    headers: ['addresspostcode', 'detailsaddresspostcode', 'postcode', 'postalcode', 'zip', 'zipcode'],
  },
  'details.address.firstLine': {
    label: 'Street and number',
    headers: [
      'addressfirstline',
      'detailsaddressfirstline',
      'address',
      'addressline1',
      'addressline',
      'street',
      'streetaddress',
      'recipientaddress',
    ],
  },
  'details.address.state': {
    label: 'State',
    headers: ['addressstate', 'detailsaddressstate', 'state', 'addressstatecode'],
    perhaps: ['province', 'region'],
  },
  'transfer.transferPurpose': { label: 'Purpose of the transfer', headers: ['transferpurpose'] },
  'transfer.transferPurposeSubTransferPurpose': {
    label: 'Reason in the purpose',
    headers: ['transferpurposesubtransferpurpose'],
  },
  'transfer.transferPurposeInvoiceNumber': {
    label: 'Invoice number for the purpose',
    headers: ['transferpurposeinvoicenumber'],
  },
  'transfer.sourceOfFunds': { label: 'Source of the funds', headers: ['sourceoffunds'] },
  'transfer.sourceOfFundsOther': { label: 'Source of the funds, in words', headers: ['sourceoffundsother'] },
  'transfer.transferNature': { label: 'Nature of the transfer', headers: ['transfernature'] },
} as const satisfies Record<string, Column>;

export type KnownBatchField = keyof typeof batchColumns;
/** Wise asks for other details of accounts and transfers too; a person may map a column to any of them. */
export type BatchField = KnownBatchField | `details.${string}` | `transfer.${string}`;

const columns: Record<string, Column> = batchColumns;

const known = (field: string): Column | undefined =>
  Object.hasOwn(columns, field) ? columns[field] : undefined;

/** What a person calls the field; a detail nobody here knows by Wise's own key. */
export const labelOfBatchField = (field: string): string =>
  known(field)?.label ?? field.replace(/^(?:details|transfer)\./, '');

export const isBatchField = (field: string): field is BatchField =>
  known(field) !== undefined || /^(?:details|transfer)\.[A-Za-z][A-Za-z0-9_.]{0,60}$/.test(field);

/** Letters and digits alone: `Recipient E-mail` and `recipientEmail` are one. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** In Wise's template of saved recipients: what a person recognises an account by, never the account itself. */
export const headersBesideRecipientId: readonly string[] = ['recipientdetail', 'account'];
