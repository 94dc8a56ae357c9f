import type { FaultFixer, FaultPlace, KioskError } from '@/lib/catalogues/kiosk-errors/kiosk-error';

export const placeWords: Readonly<Record<FaultPlace, string>> = {
  'central-base': 'Central base',
  'data-preparation': 'Data preparation',
  satellite: 'Kiosk’s computer',
  printer: 'Printer',
  feeder: 'Feeder, hopper',
  chip: 'Chip, stripe, embosser',
  inventory: 'Inventory',
  'our-request': 'Our request',
  'card-data': 'Card data',
  configuration: 'Configuration',
  unknown: 'Not known',
};

export const fixerWords: Readonly<Record<FaultFixer, string>> = {
  branch: 'You, at the kiosk',
  engineer: 'The engineer',
  wise: 'Wise',
  us: 'Our administrators',
};

export const plasticWords: Readonly<Record<KioskError['plastic'], string>> = {
  none: 'None. Nothing was printed.',
  possible: 'A whole or half-made card may lie in the printer or the tray. Look before you print again.',
  likely: 'A card lies somewhere. Find it, secure it and write it down.',
};

export const newOrderWords: Readonly<Record<KioskError['newOrder'], string>> = {
  no: 'Not needed',
  likely: 'Likely: this card cannot be mended',
  'if-wise-says-so': 'Only if Wise says so',
};
