import type { Emulator } from '../emulator.ts';
import type { ProfileRecord } from '../entities.ts';
import { oauthClient, type World } from '../world.ts';
import type { EmulatorContext } from './context.ts';
import { escapeHtml } from './html.ts';
import { nameOfProfile } from './profiles.ts';
import type { WiseRouter } from './router.ts';

const codeTtlMs = 10 * 60 * 1000;
const shownProfiles = 200;

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

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:28rem;margin:4rem auto;padding:0 1rem}
select,button{font:inherit;padding:.5rem;width:100%;margin:.5rem 0}`;

const printGroup = (label: string, profiles: readonly ProfileRecord[]) =>
  profiles.length === 0
    ? ''
    : `<optgroup label="${label}">${profiles
        .map((row) => `<option value="${row.id}">${escapeHtml(nameOfProfile(row))} (${row.id})</option>`)
        .join('')}</optgroup>`;

/** Emulator choice: Wise would know who is signed in; here one says whose profile it is. */
function printPage(world: World, fields: Record<string, string>): string {
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('');
  const hasGranted = (row: ProfileRecord) => world.refreshTokens.groupSize(row.userId) > 0;
  const profiles = world.profiles.all();
  const first = profiles.filter((row) => !hasGranted(row)).slice(0, shownProfiles);
  const others = profiles.filter(hasGranted).slice(0, shownProfiles);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Allow access</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>${style}</style></head><body>
<h1>Allow access</h1><p>${escapeHtml(oauthClient.id)} asks to act for a profile.</p>
<form method="post" action="/oauth/authorize">${hidden}<label for="profileId">Profile</label>
<select id="profileId" name="profileId">${printGroup('Access not given yet', first)}${printGroup('Access given', others)}</select>
<button type="submit" name="decision" value="allow">Allow access</button>
<button type="submit" name="decision" value="refuse">Refuse</button></form></body></html>`;
}

const refusePage = (c: EmulatorContext, message: string) =>
  c.html(`<h1>Not possible</h1><p>${message}</p>`, 400);

export function registerAuthorize(router: WiseRouter, { world }: Emulator): void {
  router.open('GET /oauth/authorize', (c) => {
    const { client_id = '', redirect_uri = '', state = '' } = c.req.query();
    const fault = faultOf(client_id, redirect_uri);
    if (fault) return refusePage(c, fault);
    return c.html(printPage(world, { client_id, redirect_uri, state }));
  });

  router.open('POST /oauth/authorize', async (c) => {
    const form = Object.fromEntries(new URLSearchParams(await c.req.text()));
    const { client_id = '', redirect_uri = '', state = '', profileId = '', decision = 'allow' } = form;
    const fault = faultOf(client_id, redirect_uri);
    if (fault) return refusePage(c, fault);
    const target = new URL(redirect_uri);
    if (state) target.searchParams.set('state', state);
    if (decision === 'refuse') {
      target.searchParams.set('error', 'access_denied');
      return c.redirect(target.href, 302);
    }
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
    target.searchParams.set('code', code);
    target.searchParams.set('profileId', String(profile.id));
    return c.redirect(target.href, 302);
  });
}
