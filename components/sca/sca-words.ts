import type { PasscodeWay, ScaFactor } from '@/lib/contracts/sca';

interface ProofWords {
  /** As a line of the list. */
  name: string;
  /** Over the field it is typed into; undefined where only Wise's page takes it. */
  label?: string;
  factor?: ScaFactor;
  way?: PasscodeWay;
  /** On the button that has a code sent. */
  send?: string;
}

const words: Record<string, ProofWords> = {
  SMS: { name: 'Code by SMS', label: 'Code', factor: 'SMS', way: 'sms', send: 'Send a code by SMS' },
  WHATSAPP: {
    name: 'Code by WhatsApp',
    label: 'Code',
    factor: 'WHATSAPP',
    way: 'whatsapp',
    send: 'Send a code by WhatsApp',
  },
  VOICE: {
    name: 'Code by call',
    label: 'Code',
    factor: 'VOICE',
    way: 'voice',
    send: 'Have a code called out',
  },
  PIN: { name: 'Wise PIN', label: 'Wise PIN, four digits', factor: 'PIN' },
  PARTNER_DEVICE_FINGERPRINT: {
    name: 'Registered device',
    label: 'Fingerprint of the device',
    factor: 'PARTNER_DEVICE_FINGERPRINT',
  },
  FACE_MAP: { name: 'Face scan, on Wise’s page only' },
};

/** A kind of proof nobody knows shows as Wise names it. */
export const wordsOfProof = (type: string): ProofWords => words[type] ?? { name: type };
