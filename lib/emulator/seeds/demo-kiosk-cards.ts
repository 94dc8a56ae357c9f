import { printInstant } from '../core/clock.ts';
import type { CardRecord } from '../entities.ts';
import { dayInMs, expiryOf } from './build.ts';

interface KioskCard {
  profileId: number;
  token: string;
  /** Of its production. */
  status: 'READY' | 'PRODUCED' | 'PRODUCTION_ERROR';
  kioskId?: string;
  errorCode?: string;
  /** In place of the age it was drawn with. */
  ageDays?: number;
  isActive?: true;
}

const ready = (profileId: number, token: string, ageDays?: number): KioskCard => ({
  profileId,
  token,
  status: 'READY',
  ...(ageDays !== undefined && { ageDays }),
});
const failed = (profileId: number, token: string, kioskId: string, errorCode: string): KioskCard => ({
  profileId,
  token,
  status: 'PRODUCTION_ERROR',
  kioskId,
  errorCode,
});
const printed = (profileId: number, token: string, kioskId: string): KioskCard => ({
  profileId,
  token,
  status: 'PRODUCED',
  kioskId,
});
const activated = (profileId: number, token: string, kioskId: string): KioskCard => ({
  ...printed(profileId, token, kioskId),
  isActive: true,
});

/**
 * Cards of the demo data, as they were drawn, that are collected at a branch beside those of fixed token: what waits to be
 * printed, failed, waits to be handed over, and was handed over. INACTIVE but for the last.
 */
export const kioskCards: readonly KioskCard[] = [
  ready(30000001, '04880c3e-a6b1-4d58-8b2e-7c7a0377d9cc'),
  ready(30000001, '7a10c7eb-0fa3-4793-a6dd-d23c33fb6f2d', 46),
  ready(30000002, 'd673e3e9-1072-4784-9ee6-16a3d26879dc'),
  ready(30000002, '6f0df096-9efc-490b-aff0-94cd6c314699'),
  ready(30000002, '38b90411-5f18-41c9-b3d0-5353c3f5767e'),
  ready(30000003, 'bfe257f3-f2ca-4b1d-bd9d-d60a187b5a19'),
  ready(30000003, '65eda938-ab61-4271-ab18-4f7b862ab963'),
  // Too old for a kiosk.
  ready(30000114, 'dcca7fcf-c580-46d0-8361-49eef649b3d5', 66),
  ready(30000115, 'e343dc17-d462-4465-98ec-0aaddaefd249'),
  ready(30000127, 'cc78639c-b963-4ecb-9e80-eec962aec518'),
  ready(30000128, 'ee4f94ee-0cfc-4d26-b498-13c5c61851c3'),
  failed(30000001, '14e770bc-1826-4f57-945e-011a28208922', 'WIS00002', 'PRD_FEEDER_JAM'),
  failed(30000002, '7217ab79-05cc-481c-9b68-d410f3f639f7', 'WIS00004', 'PRD_SMARTCARD'),
  failed(30000003, '8277a339-8422-4701-b2cc-27bf68f717cf', 'WIS00005', 'CB_NOT_AVAILABLE'),
  printed(30000003, 'ab814f56-b5cc-4843-8a4b-fe117c816e27', 'WIS00003'),
  printed(30000134, '2e924196-5f42-4851-98a7-c7645d06b2cb', 'WIS00001'),
  activated(30000002, '55f0e50d-e838-4ea2-acf8-1ff63a831e69', 'WIS00004'),
  activated(30000002, '1c0e19c9-e7ed-4d83-93bc-cafa2566ad32', 'WIS00003'),
  activated(30000002, '23d2f838-3267-4dd7-938d-5bc79963d3be', 'WIS00005'),
  activated(30000107, '9b4c84a2-aa74-4743-a5bb-c0811344e210', 'WIS00002'),
  activated(30000116, '0ba8eb3d-0ceb-4977-8d1f-aa59ecc115d4', 'WIS00005'),
];

/** Of the cards above those whose age matters. They have paid for nothing yet, so nothing else hangs on it. */
export function withKioskAges(cards: readonly CardRecord[], dayMs: number): CardRecord[] {
  const ages = new Map(kioskCards.map(({ ageDays, token }) => [token, ageDays]));
  return cards.map((card) => {
    const ageDays = ages.get(card.token);
    if (ageDays === undefined) return card;
    const madeMs = dayMs - ageDays * dayInMs;
    const madeAt = printInstant(madeMs, 271_828);
    return { ...card, expiryDate: expiryOf(madeMs), creationTime: madeAt, modificationTime: madeAt };
  });
}
