import { entriesOf } from './kiosk-error.ts';

const awaitAllClear = [
  'Leave the printer alone: the fault is not in the branch.',
  'Look once into the output tray.',
  'Wait for Wise’s all-clear, then print again.',
];
const central = {
  place: 'central-base',
  fixer: 'wise',
  minutes: 30,
  retry: 'after-wait',
  retryWords: 'Yes, after the all-clear. Another kiosk meets the same fault.',
  plastic: 'none',
  newOrder: 'no',
} as const;
const preparation = { ...central, place: 'data-preparation' } as const;
const timedOut = {
  minutes: 10,
  retry: 'after-empty-tray',
  retryWords:
    'Only after the state was read and no card came out: the kiosk may have gone on without an answer.',
  plastic: 'possible',
} as const;
const timedOutSteps = [
  'Look into the output tray and the printer for a card.',
  'Wait ten minutes and read the state at Wise again.',
  'No card and still a fault: print again. If it comes again, report it to Wise.',
];

/** A print that failed at the servers behind the kiosk, or at the computer in it. */
export const serverErrors = entriesOf('PRODUCTION_ERROR', {
  CB_NOT_AVAILABLE: {
    title: 'The central print server is away',
    meaning: 'The central base that all kiosks depend on does not answer.',
    steps: awaitAllClear,
    ...central,
  },
  CB_DB_NOT_AVAILABLE: {
    title: 'The central print server has lost its database',
    meaning: 'The central base answers and cannot reach its own data.',
    steps: awaitAllClear,
    ...central,
  },
  CB_NETWORK_NOT_AVAILABLE: {
    title: 'The central print server has no network',
    meaning: 'The central base is cut off from the kiosks.',
    steps: awaitAllClear,
    ...central,
  },
  CB_AUTHENTICATION_FAILED: {
    title: 'The central print server did not recognise its caller',
    meaning: 'The sign-in between the servers failed. Nobody in the branch can mend it.',
    ...central,
    steps: ['Leave the printer alone.', 'Report the kiosk and this code to Wise.'],
    minutes: 5,
    retry: 'never',
    retryWords: 'No, until Wise says that it is mended.',
  },
  CB_SERVICE_NOT_ALLOWED: {
    title: 'The central print server may not do this',
    meaning: 'The service needs a higher security level than our set-up has.',
    ...central,
    steps: ['Leave the printer alone.', 'Report the kiosk and this code to Wise, who checks our set-up.'],
    minutes: 5,
    retry: 'never',
    retryWords: 'No, until Wise says that it is mended.',
  },
  CB_TIME: {
    title: 'The central print server took too long',
    meaning: 'The central base ran out of time. It has nothing to do with the clock.',
    ...central,
    steps: timedOutSteps,
    ...timedOut,
  },
  DP_NOT_AVAILABLE: {
    title: 'Data preparation is away',
    meaning: 'The module that makes the chip’s data does not answer.',
    steps: awaitAllClear,
    ...preparation,
  },
  DP_IO_ERROR: {
    title: 'Data preparation could not be read',
    meaning: 'Reading from or writing to data preparation failed.',
    steps: awaitAllClear,
    ...preparation,
  },
  DP_TIMEOUT: {
    title: 'Data preparation took too long',
    meaning: 'Data preparation ran out of time.',
    ...preparation,
    steps: timedOutSteps,
    ...timedOut,
  },
  SAT_SERVER_NOT_REACHABLE: {
    title: 'The kiosk’s computer cannot be reached',
    meaning: 'The satellite, which drives the printer from inside the kiosk, does not answer.',
    place: 'satellite',
    fixer: 'branch',
    steps: [
      'Look into the output tray for a card.',
      'Restart the kiosk’s computer and wait until it has started.',
      'Check that its network cable sits firmly at both ends.',
      'Still away: ring the engineer.',
    ],
    minutes: 10,
    retry: 'after-steps',
    retryWords: 'Yes, once it answers again. Another kiosk is safe.',
    plastic: 'possible',
    newOrder: 'no',
  },
  SAT_AUTHENTICATION_FAILED: {
    title: 'The kiosk’s computer was not recognised',
    meaning: 'The satellite could not sign in.',
    place: 'satellite',
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
    newOrder: 'no',
  },
  SAT_NETWORK_NOT_AVAILABLE: {
    title: 'The kiosk has no network',
    meaning: 'The satellite is cut off from the servers.',
    place: 'satellite',
    fixer: 'branch',
    steps: [
      'Check the kiosk’s network cable.',
      'See whether other devices of the branch are online; if not, restart the branch’s router.',
      'Look into the output tray for a card.',
      'Still cut off: ring the engineer.',
    ],
    minutes: 10,
    retry: 'after-steps',
    retryWords: 'Yes, once the network is back. Another kiosk helps only if it is online.',
    plastic: 'possible',
    newOrder: 'no',
  },
  INV_NOT_INITIALIZED: {
    title: 'The kiosk does not know its stock',
    meaning: 'The inventory of blanks was not set up, or was lost.',
    place: 'inventory',
    fixer: 'branch',
    steps: [
      'Count the blanks in the feeder with a second person.',
      'Enter the stock at the kiosk’s own screen.',
      'Not offered there: ring the engineer.',
    ],
    minutes: 10,
    retry: 'after-steps',
    retryWords: 'Yes, once the stock is set up. Nothing was printed.',
    plastic: 'none',
    newOrder: 'no',
  },
  UNKNOWN_ERROR: {
    title: 'The kiosk failed and does not say why',
    meaning: 'Wise passes on a fault that it does not know either.',
    place: 'unknown',
    fixer: 'engineer',
    steps: [
      'Photograph the kiosk’s screen.',
      'Search the output tray, the reject box and the feeder for a card.',
      'Ring the engineer.',
    ],
    minutes: 15,
    retry: 'after-empty-tray',
    retryWords: 'Once, and only when no card was found.',
    plastic: 'possible',
    newOrder: 'no',
  },
});
