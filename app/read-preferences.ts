import { cookies } from 'next/headers';
import { parsePreferences } from '@/lib/client/preferences/preferences';

/** How this browser wants the console to look; kept in cookies so that the first HTML is right already. */
export async function readPreferences() {
  const jar = await cookies();
  return parsePreferences((name) => jar.get(name)?.value);
}
