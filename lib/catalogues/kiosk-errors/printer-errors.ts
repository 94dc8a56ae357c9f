import { entriesOf } from './kiosk-error.ts';

const printer = {
  place: 'printer',
  fixer: 'branch',
  retry: 'after-steps',
  plastic: 'possible',
  newOrder: 'no',
} as const;
const findCard = 'Look into the printer and the tray for a half-made card, and secure it.';

/** The printer stopped. In the middle of a print it may leave a half-made card behind. */
export const printerErrors = entriesOf('PRODUCTION_ERROR', {
  PRT_NOT_REACHABLE: {
    ...printer,
    title: 'The printer does not answer',
    meaning: 'The kiosk’s computer cannot reach the printer.',
    steps: [
      'Check the printer’s power and its cable.',
      'Restart the printer and wait for the ready light.',
      findCard,
    ],
    minutes: 5,
    retryWords: 'Yes, once the printer is ready.',
  },
  PRT_SETUP_ERROR: {
    ...printer,
    title: 'The printer is set up wrongly',
    meaning: 'The printer’s settings do not fit the card that was sent.',
    fixer: 'engineer',
    steps: [
      'Do not touch the settings.',
      'Ring the engineer with the kiosk’s id and this code.',
      'Use another kiosk meanwhile.',
    ],
    minutes: 5,
    retry: 'elsewhere',
    retryWords: 'Not here until the engineer was there. Another kiosk is safe.',
    plastic: 'none',
  },
  PRT_TIMEOUT: {
    ...printer,
    title: 'The printer took too long',
    meaning: 'The printer gave no word in time. A card may be inside it.',
    steps: [
      'Open the printer and look for a card inside.',
      'Look into the output tray.',
      'Restart the printer and wait for the ready light.',
    ],
    minutes: 5,
    retry: 'after-empty-tray',
    retryWords: 'Only when no card was found in the printer or the tray.',
  },
  PRT_RIBBON: {
    ...printer,
    title: 'The ribbon is in trouble',
    meaning: 'The ribbon is torn, loose or wrongly seated.',
    steps: [
      'Open the printer’s cover.',
      'Take the ribbon out, look for tears and tighten it.',
      'Seat it again, both reels, and close the cover until it clicks.',
      findCard,
    ],
    minutes: 4,
    retryWords: 'Yes, once the ribbon sits.',
  },
  PRT_LOCK_ERROR: {
    ...printer,
    title: 'The printer is not locked',
    meaning: 'The printer’s lock is open, and it prints only when locked.',
    steps: [
      'Close the printer.',
      'Turn the key until it locks, and take it out.',
      'Wait for the ready light.',
    ],
    minutes: 2,
    retryWords: 'Yes, once it is locked.',
  },
  PRT_RIBBON_MISSING: {
    ...printer,
    title: 'There is no ribbon in the printer',
    meaning: 'The printer finds no ribbon.',
    steps: [
      'Open the printer’s cover.',
      'Fit a new ribbon, both reels.',
      'Close the cover until it clicks and wait for the ready light.',
    ],
    minutes: 3,
    retryWords: 'Yes, once the ribbon is in.',
  },
  PRT_RIBBON_ENDED: {
    ...printer,
    title: 'The ribbon has run out',
    meaning: 'The ribbon came to its end. The card in hand may be half printed.',
    steps: [
      'Open the printer’s cover.',
      'Take out the empty ribbon, both reels. It can show card data: bag it for destruction.',
      'Fit a new ribbon.',
      findCard,
      'Close the cover until it clicks and wait for the ready light.',
    ],
    minutes: 3,
    retryWords: 'Yes, once the ribbon is changed and a half-made card is secured.',
  },
  PRT_COVER_OPEN: {
    ...printer,
    title: 'The printer’s cover is open',
    meaning: 'The printer stops while its cover is open.',
    steps: ['Close the cover until it clicks.', 'Wait for the ready light.', findCard],
    minutes: 1,
    retryWords: 'Yes, once it is closed.',
  },
  PRT_PAUSED: {
    ...printer,
    title: 'The printer was paused',
    meaning: 'Somebody pressed pause, or the printer paused by itself.',
    steps: ['Press resume on the printer.', 'Wait for the ready light.', findCard],
    minutes: 1,
    retryWords: 'Yes, once it is ready again.',
  },
});
