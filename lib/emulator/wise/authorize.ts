import type { Emulator } from '../emulator.ts';
import type { ProfileRecord } from '../entities.ts';
import { oauthClient } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { nameOfProfile } from './profiles.ts';
import type { WiseRouter } from './router.ts';

const codeTtlMs = 10 * 60 * 1000;
const shownProfiles = 200;

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Wise: redirect addresses are registered beforehand. Emulator choice: any https address and any on loopback counts as registered. */
function isRegistered(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { hostname, protocol } = new URL(redirectUri);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

function faultOf(clientId: string, redirectUri: string): string | null {
  if (clientId !== oauthClient.id) return 'Unknown client_id.';
  return isRegistered(redirectUri) ? null : 'This redirect_uri is not registered.';
}

function printPage(profiles: readonly ProfileRecord[], fields: Record<string, string>): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const options = profiles
    .map((row) => `<option value="${row.id}">${escapeHtml(nameOfProfile(row))} (${row.id})</option>`)
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allow access</title>
<style>body{font:16px system-ui;max-width:28rem;margin:4rem auto;padding:0 1rem}select,button{font:inherit;padding:.5rem;width:100%;margin:.5rem 0}</style>
</head><body><h1>Allow access</h1><p>${escapeHtml(oauthClient.id)} asks to act for a profile.</p>
<form method="post" action="/oauth/authorize">${hidden}<label for="profileId">Profile</label>
<select id="profileId" name="profileId">${options}</select><button type="submit">Allow access</button></form></body></html>`;
}

const refusePage = (c: EmulatorContext, message: string) =>
  c.html(`<h1>Not possible</h1><p>${message}</p>`, 400);

export function registerAuthorize(router: WiseRouter, { world }: Emulator): void {
  router.open('GET /oauth/authorize', (c) => {
    const { client_id = '', redirect_uri = '', state = '' } = c.req.query();
    const fault = faultOf(client_id, redirect_uri);
    if (fault) return refusePage(c, fault);
    const profiles = world.profiles.all().slice(0, shownProfiles);
    return c.html(printPage(profiles, { client_id, redirect_uri, state }));
  });

  router.open('POST /oauth/authorize', async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const { client_id = '', redirect_uri = '', state = '', profileId = '' } = form;
    const fault = faultOf(client_id, redirect_uri);
    if (fault) return refusePage(c, fault);
    const profile = world.profiles.get(profileId);
    if (!profile) return refusePage(c, 'There is no such profile.');
    const code = world.random.ids.hex(24);
    world.codes.put({
      code,
      clientId: client_id,
      userId: profile.userId,
      profileId: profile.id,
      redirectUri: redirect_uri,
      expiresAtMs: world.clock.now() + codeTtlMs,
    });
    const target = new URL(redirect_uri);
    target.searchParams.set('code', code);
    target.searchParams.set('profileId', String(profile.id));
    if (state) target.searchParams.set('state', state);
    return c.redirect(target.href, 302);
  });
}
