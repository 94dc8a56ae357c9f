/** Wise: the codes a request is refused with. What they say is an emulator choice. */
export const requestCodes = {
  UNKNOWN_ERROR: 'The server failed',
  REQUEST_ALREADY_EXISTS: 'This request was made before',
  KIOSK_ID_NOT_FOUND: 'There is no such kiosk',
  CARD_TYPE_NOT_FOUND: 'There is no such card type',
  INVALID_FIELD_VALUE: 'A field has a value that was not expected',
  INVALID_PIN_FORMAT: 'The PIN block is neither ISO-0 nor ISO-2',
  EMPTY_OR_NULL_FIELD_VALUE: 'A required field is empty',
  EMPTY_OR_NULL_OR_WRONG_SIZE_FIELD_VALUE: 'A required field is empty or has the wrong length',
  CHARSET_NOT_SUPPORTED: 'A field has characters that cannot be printed',
  INVALID_FIELD_FORMAT: 'A field has the wrong format',
  INVALID_FIELD_ENCODING: 'A field has the wrong encoding',
  CDATA_ENCODING_OR_FORMATING_ERROR: 'A text field is encoded or formatted wrongly',
  PIN_LENGTH_ERROR: 'The PIN has the wrong length',
  PIN_VERIFICATION_FAILED: 'The server that checks the PIN cannot be reached',
  DATA_PREPARATION_FAILED: 'The server could not read the request',
  PARTIAL_DATA_RECEIVED: 'Only a part of the data arrived',
  NO_BRANCH_LINKED_TO_KIOSK: 'The kiosk belongs to no branch',
  IMAGE_SERVER_ERROR: 'The image server cannot be reached or failed',
  PAN_ALREADY_EXISTS: 'A card with this number exists already',
  PRINTER_OR_SATELLITE_NOT_READY: 'The printer or its satellite is not ready',
  REQUEST_CREATED_BUT_NOT_STARTED: 'The request waits until the printer or its satellite is ready',
  UNABLE_TO_ACCEPT_REQUEST: 'The system is busy and takes no requests now',
} as const;

/** Wise: the codes a print ends with. */
export const productionCodes = {
  CB_NOT_AVAILABLE: 'Central base: not available',
  CB_DB_NOT_AVAILABLE: 'Central base: its database is not available',
  CB_NETWORK_NOT_AVAILABLE: 'Central base: its network is not available',
  CB_AUTHENTICATION_FAILED: 'Central base: the user was not recognised',
  CB_SERVICE_NOT_ALLOWED: 'Central base: the service needs a higher security level',
  CB_TIME: 'Central base: timed out',
  DP_NOT_AVAILABLE: 'Data preparation: not available',
  DP_IO_ERROR: 'Data preparation: could not be read or written',
  DP_TIMEOUT: 'Data preparation: timed out',
  SAT_SERVER_NOT_REACHABLE: 'Satellite: the server cannot be reached',
  SAT_AUTHENTICATION_FAILED: 'Satellite: the user was not recognised',
  SAT_NETWORK_NOT_AVAILABLE: 'Satellite: the network is not available',
  PRT_NOT_REACHABLE: 'Printer: cannot be reached',
  PRT_SETUP_ERROR: 'Printer: set up wrongly',
  PRT_TIMEOUT: 'Printer: timed out',
  PRT_RIBBON: 'Printer: ribbon fault',
  PRT_LOCK_ERROR: 'Printer: not locked',
  PRT_RIBBON_MISSING: 'Printer: no ribbon',
  PRT_RIBBON_ENDED: 'Printer: the ribbon has ended',
  PRT_COVER_OPEN: 'Printer: the cover is open',
  PRT_PAUSED: 'Printer: paused',
  PRD_UNEXPECTED_DATA: 'Production: the data is wrong',
  PRD_FEEDER_EMPTY: 'Production: the feeder is empty',
  PRD_FEEDER_JAM: 'Production: a card is stuck in the feeder',
  PRD_HOPPER_FULL: 'Production: the hopper is full',
  PRD_HOPPER_DOOR: 'Production: the hopper door is open',
  PRD_HOPPER_JAM: 'Production: a card is stuck in the hopper',
  PRD_MAGSTRIPE: 'Production: the stripe could not be written',
  PRD_SMARTCARD: 'Production: the chip could not be written',
  PRD_EMBOSSER: 'Production: embossing failed',
  PRD_TIMEOUT: 'Production: timed out',
  PRD_REJECT_FULL: 'Production: the reject box is full',
  PRD_SMARTCARD_CARD_NOT_IN_READER: 'Production: no card in the reader',
  PRD_FINAL_VALIDATION_NOK: 'Production: the card was rejected by hand',
  INV_NOT_INITIALIZED: 'Inventory: not initialised',
  UNKNOWN_ERROR: 'The fault is not known',
} as const;

const requestWords = new Map<string, string>(Object.entries(requestCodes));
const productionWords = new Map<string, string>(Object.entries(productionCodes));
/** A code nobody knows says itself. */
export const wordsOfRequestCode = (code: string): string => requestWords.get(code) ?? code;
export const wordsOfProductionCode = (code: string): string => productionWords.get(code) ?? code;

/** Wise: what a production that waits says of itself. */
export const readyWords = 'Card ready for production';
export const producedWords = 'Card produced';
