import type { Emulator } from '../emulator.ts';
import { checkNotBlockedOrThrow, countFailure, digestFactor, factorsOf } from '../sca/factors.ts';
import { isLiveToken, passChallenge } from '../sca/one-time-tokens.ts';
import type { ChallengeRecord, OneTimeTokenRecord } from '../sca/records.ts';
import type { World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { escapeHtml } from './html.ts';
import { passcode } from './one-time-token.ts';
import { Refusal } from './refusal.ts';
import type { WiseRouter } from './router.ts';

const fieldOf: Record<string, { name: string; label: string }> = {
  PIN: { name: 'pin', label: 'Your PIN' },
  PARTNER_DEVICE_FINGERPRINT: { name: 'deviceFingerprint', label: 'Your device' },
};
/** Emulator choice: whichever way a passcode goes, it has been sent by the time the page is open. */
const passcodeField = { name: 'otpCode', label: 'The code we sent to your telephone' };
const fieldFor = ({ type }: ChallengeRecord) => fieldOf[type] ?? passcodeField;

const done = `<h1>Confirmed</h1><p>You can close this page.</p>
<script>(window.opener ?? window.parent).postMessage('tw-approve-api-action-success', '*')</script>`;

function printForm(row: OneTimeTokenRecord, challenge: ChallengeRecord, fault: string): string {
  const { label, name } = fieldFor(challenge);
  return `<h1>Confirm it is you</h1><p>${escapeHtml(fault)}</p>
<form method="post"><input type="hidden" name="ott" value="${escapeHtml(row.token)}">
<label for="proof">${label}</label><input id="proof" name="${name}" autocomplete="one-time-code" autofocus>
<button type="submit">Confirm</button></form>`;
}

const print = (
  content: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wise</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><style>body{font:16px system-ui;max-width:24rem;margin:4rem auto;padding:0 1rem}
input,button{font:inherit;padding:.5rem;width:100%;margin:.5rem 0;box-sizing:border-box}</style></head><body>${content}</body></html>`;

function isRight(world: World, userId: number, { type }: ChallengeRecord, proof: string): boolean {
  const { devices, pinDigest } = factorsOf(world, userId);
  const digest = digestFactor(userId, proof);
  if (type === 'PIN') return digest === pinDigest;
  if (type === 'PARTNER_DEVICE_FINGERPRINT') return devices.some((device) => device.digest === digest);
  return proof === passcode && type !== 'FACE_MAP';
}

/** Wise's own page, on which its users confirm. Wise documents a form that posts to it; emulator choice: a link opens it as well. */
export function registerApprovePage(router: WiseRouter, { world }: Emulator): void {
  const show = (c: EmulatorContext, form: Record<string, string>) => {
    const row = world.oneTimeTokens.get((form.ott ?? '').toLowerCase());
    if (!row || !isLiveToken(world, row)) return c.html(print('<h1>This link is over</h1>'), 400);
    const open = row.challenges.find(({ isPassed }) => !isPassed);
    if (!open) return c.html(print(done));
    const proof = form[fieldFor(open).name];
    if (proof === undefined) return c.html(print(printForm(row, open, '')));
    try {
      checkNotBlockedOrThrow(world, row.userId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(print(printForm(row, open, 'Too many wrong tries. Wait 15 minutes.')), 400);
    }
    if (!isRight(world, row.userId, open, proof)) {
      countFailure(world, row.userId);
      return c.html(print(printForm(row, open, 'That is not right.')), 400);
    }
    const next = passChallenge(world, row, open.type).challenges.find(({ isPassed }) => !isPassed);
    return c.html(print(next ? printForm(row, next, '') : done));
  };

  router.open('GET /approve-api-action/', (c) => show(c, { ott: c.req.query('ott') ?? '' }));
  router.open('POST /approve-api-action/', async (c) =>
    show(c, Object.fromEntries(new URLSearchParams(await c.req.text()))),
  );
}
