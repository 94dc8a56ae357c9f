import type { ConsolePermission } from '@/lib/catalogues/console-permissions';
import type { Session } from '@/lib/contracts/session';
import { navItemsFor } from './nav-items';

export interface KeyRow {
  /** Pressed one after the other, or together where joined by a plus. */
  keys: string[];
  does: string;
}
export interface KeyList {
  head: string;
  rows: KeyRow[];
}

interface PageKeys extends KeyList {
  /** The pages on which they work. */
  on: RegExp;
  /** The place in the navigation without which nobody gets there. */
  place?: string;
  rows: (KeyRow & { needs?: ConsolePermission })[];
}

const nextRow: KeyRow = { keys: ['J', 'K'], does: 'Next row, row before' };
const openRow: KeyRow = { keys: ['Enter'], does: 'Open the row' };
const views: KeyRow = { keys: ['V'], does: 'Views' };
const copyWords: KeyRow = { keys: ['C'], does: 'Copy the words for the customer' };

const ofPages: PageKeys[] = [
  {
    head: 'In the list of cards',
    on: /^\/cards$/,
    rows: [
      nextRow,
      openRow,
      { keys: ['X'], does: 'Choose the row', needs: 'cards.freeze' },
      { keys: ['Shift X'], does: 'Choose all rows from there', needs: 'cards.freeze' },
      { keys: ['E'], does: 'Export, asks first', needs: 'cards.export' },
      views,
    ],
  },
  {
    head: 'On a card',
    on: /^\/cards\/\d+\/[^/]+$/,
    rows: [
      { keys: ['F'], does: 'Freeze or unfreeze, asks first', needs: 'cards.freeze' },
      { keys: ['H'], does: 'Hold, or lift your hold, asks first', needs: 'cards.hold' },
      { keys: ['P'], does: 'Spending permissions' },
      { keys: ['R'], does: 'Reveal the card number, asks first', needs: 'sensitive-details.reveal' },
      { keys: ['T'], does: 'Timeline' },
      copyWords,
      { keys: ['Esc'], does: 'Back to the list' },
    ],
  },
  {
    head: 'In a card’s transactions',
    on: /^\/cards\/\d+\/[^/]+\/transactions$/,
    rows: [
      nextRow,
      openRow,
      { keys: ['E'], does: 'Export, asks first', needs: 'transactions.export' },
      views,
      { keys: ['Esc'], does: 'Back to the card' },
    ],
  },
  {
    head: 'In transactions of all cards',
    on: /^\/transactions$/,
    place: '/transactions',
    rows: [
      nextRow,
      { keys: ['Enter'], does: 'Open beside the list' },
      { keys: ['E'], does: 'Export, asks first', needs: 'transactions.export' },
      {
        keys: ['X'],
        does: 'Choose the row; E then makes evidence of what is chosen',
        needs: 'cases.evidence',
      },
      views,
      { keys: ['Esc'], does: 'Close what is open' },
    ],
  },
  {
    head: 'In exports of transactions',
    on: /^\/transactions\/exports$/,
    rows: [
      { ...nextRow, needs: 'transactions.export' },
      { keys: ['Enter'], does: 'Open what changed', needs: 'transactions.export' },
      { ...views, needs: 'transactions.export' },
    ],
  },
  {
    head: 'In legal holds',
    on: /^\/declines\/legal-holds$/,
    place: '/declines/cases',
    rows: [nextRow, { keys: ['Enter'], does: 'Open the card, or the customer’s cards' }],
  },
  {
    head: 'In new codes',
    on: /^\/declines\/new-codes$/,
    rows: [
      { ...nextRow, needs: 'decline-reasons.classify' },
      { ...copyWords, needs: 'decline-reasons.classify' },
    ],
  },
  {
    head: 'In numbers',
    on: /^\/declines\/numbers$/,
    place: '/declines/numbers',
    rows: [{ keys: ['E'], does: 'Export a table, asks first', needs: 'transactions.export' }],
  },
  {
    head: 'On a transaction',
    on: /^\/transactions\/\d/,
    rows: [copyWords, { keys: ['Esc'], does: 'Back to the card’s transactions' }],
  },
  {
    head: 'In batch groups',
    on: /^\/batch-groups$/,
    place: '/batch-groups',
    rows: [
      nextRow,
      openRow,
      { keys: ['N'], does: 'New batch group, asks first', needs: 'batch-groups.write' },
      views,
    ],
  },
  {
    head: 'In a batch group',
    on: /^\/batch-groups\/\d+\/[^/]+$/,
    place: '/batch-groups',
    rows: [
      nextRow,
      { keys: ['N'], does: 'Next row to mend' },
      { keys: ['←', '→', '↑', '↓'], does: 'Next cell' },
      { keys: ['A'], does: 'Add a payment', needs: 'batch-groups.write' },
      { keys: ['Enter'], does: 'Edit the cell, save it', needs: 'batch-groups.write' },
      { keys: ['Tab'], does: 'Save, and edit the next cell', needs: 'batch-groups.write' },
      { keys: ['Esc'], does: 'Leave the cell as it was, then the row' },
      {
        keys: ['Space'],
        does: 'Pause what is being sent; on a button, press it',
        needs: 'batch-groups.write',
      },
      views,
    ],
  },
  {
    head: 'In card orders',
    on: /^\/card-orders$/,
    place: '/card-orders',
    rows: [
      nextRow,
      openRow,
      { keys: ['N'], does: 'Order a card', needs: 'card-orders.write' },
      { keys: ['E'], does: 'Export, asks first', needs: 'card-orders.export' },
      views,
    ],
  },
  {
    head: 'On the board of kiosks',
    on: /^\/kiosks$/,
    place: '/kiosks',
    rows: [
      { keys: ['1–9'], does: 'To that kiosk' },
      {
        keys: ['S'],
        does: 'Send the card that waits longest, to the kiosk you are at; asks first',
        needs: 'production.send',
      },
      { keys: ['I'], does: 'Print the steps of its fault' },
    ],
  },
  {
    head: 'In print jobs',
    on: /^\/kiosks\/jobs$/,
    place: '/kiosks',
    rows: [{ keys: ['E'], does: 'Export, asks first', needs: 'kiosks.export' }],
  },
  {
    head: 'On a print job, in kiosk faults',
    on: /^\/kiosks\/(?:jobs\/[^/]+|errors)$/,
    place: '/kiosks',
    rows: [{ keys: ['I'], does: 'Print the steps of the fault' }],
  },
  {
    head: 'In activities',
    on: /^\/activities$/,
    place: '/activities',
    rows: [nextRow, openRow, views],
  },
  { head: 'In the result of many cards', on: /^\/cards\/bulk\//, rows: [nextRow, openRow] },
  {
    head: 'In the cases',
    on: /^\/declines\/cases$/,
    place: '/declines/cases',
    rows: [
      nextRow,
      { keys: ['X'], does: 'Mark the case; with Shift all from the one marked before' },
      { keys: ['S'], does: 'What the marked cases share' },
      { keys: ['A'], does: 'Take the case' },
      { keys: ['H'], does: 'Hold its card, asks first' },
      { keys: ['O'], does: 'Hand it over, asks first' },
      { keys: ['Ctrl+Enter'], does: 'Close it, asks first' },
      { keys: ['E'], does: 'Export, asks first', needs: 'cases.export' },
      { keys: ['P'], does: 'Make evidence of it, asks first', needs: 'cases.evidence' },
      views,
    ],
  },
  { head: 'In decline reasons', on: /^\/declines\/reasons$/, rows: [nextRow, copyWords] },
  {
    head: 'In approvals',
    on: /^\/approvals$/,
    place: '/approvals',
    rows: [
      nextRow,
      {
        keys: ['X'],
        does: 'To the next item to accept; on it, accept it and go on',
        needs: 'approvals.decide',
      },
      views,
    ],
  },
  {
    head: 'In the audit trail',
    on: /^\/audit$/,
    place: '/audit',
    rows: [nextRow, { keys: ['E'], does: 'Export, asks first', needs: 'audit.export' }, views],
  },
];

/** The keys that work for this person: everywhere, on the page of that address, then on the others. */
export function listKeys(session: Session, pathname: string, findKey: string): KeyList[] {
  const items = navItemsFor(session);
  const everywhere: KeyRow[] = [
    { keys: [findKey], does: 'Find or do' },
    { keys: ['/'], does: 'Search on this page' },
    { keys: ['['], does: 'Narrow or widen the rail' },
    { keys: ['Esc'], does: 'Back one layer' },
    { keys: ['?'], does: 'This list' },
    ...items.flatMap(({ key, label }) => (key ? [{ keys: ['G', key.toUpperCase()], does: label }] : [])),
  ];
  const reachable = ofPages
    .filter(({ place }) => place === undefined || items.some(({ href }) => href === place))
    .map(({ rows, ...list }) => ({
      ...list,
      rows: rows.filter(({ needs }) => needs === undefined || session.consolePermissions.includes(needs)),
    }));
  const here = reachable.filter(({ on }) => on.test(pathname));
  const others = reachable.filter(({ on }) => !on.test(pathname));
  return [
    { head: 'Everywhere', rows: everywhere },
    ...here.map(({ rows }) => ({ head: 'On this page', rows })),
    ...others.map(({ head, rows }) => ({ head, rows })),
  ].filter(({ rows }) => rows.length > 0);
}
