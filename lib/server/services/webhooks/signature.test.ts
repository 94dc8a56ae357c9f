import { expect, it } from 'vitest';
import { wiseWebhookPublicKeys } from '../../wise-environments.ts';
import { isSignedBy } from './signature.ts';

// A notification that Wise published with its signature by the sandbox's key.
const body = Buffer.from(
  '{"data":{"resource":{"id":49983981,"profile_id":16055450,"account_id":14124090,"type":"transfer"},"current_state":"incoming_payment_waiting","previous_state":null,"occurred_at":"2021-08-23T10:12:50Z"},"subscription_id":"90aa8e14-4ef1-4a56-861c-f3c9cde097ea","event_type":"transfers#state-change","schema_version":"2.0.0","sent_at":"2021-08-23T10:12:50Z"}',
);
const signature =
  'wKcKCYXAzxNgiu7xmoDm943NUni7Rz33QN8JkEA9dWSGebgndonabgSj18Y4C08OrwVmueGsED2s00M7DtJVcYKOS1i3G4TMVx+mgM3aL9djMBkQtiYNBFUd6wrPI7ZUNHv/TrlKSjTMc+6JFvUvJ7owY3z85e3I4jLRLJowMFvO8kvCJ60+1pY9wDwZvtZ//WS93LrwGjk9Dvwzpmu0w+P4J75tETT5qC3Uv0y5G2yO8SEoO3yNP/tg/BOli02niHb53vEOUWUb9bly6thnfMoXoiV/osoGxgF20R58RlvkAmezyyl1Sv542TfS2DpiwVnmjjjkCyXeSUcKookYLQ==';

it('Wise’s published notification is Wise’s', () => {
  expect(isSignedBy(wiseWebhookPublicKeys.sandbox, body, signature)).toBe(true);
});

it.each([
  ['another environment’s key', wiseWebhookPublicKeys.production, body, signature],
  ['one byte more', wiseWebhookPublicKeys.sandbox, Buffer.concat([body, Buffer.from(' ')]), signature],
  [
    'one digit changed',
    wiseWebhookPublicKeys.sandbox,
    Buffer.from(body.toString().replace('49983981', '49983982')),
    signature,
  ],
  ['an empty signature', wiseWebhookPublicKeys.sandbox, body, ''],
  ['what is not base64', wiseWebhookPublicKeys.sandbox, body, '%%%'],
  ['a signature cut short', wiseWebhookPublicKeys.sandbox, body, signature.slice(0, -8)],
  ['a key that is none', 'not a key', body, signature],
])('not with %s', (_, key, sent, signed) => {
  expect(isSignedBy(key, sent, signed)).toBe(false);
});
