const hour = 3600;
const limitMs = 20 * 60_000;

/**
 * Wise's clock is moved on until it has nothing left to try, then the console is left to itself until it has taken in all.
 * @param {import('../stack.mjs').Stack} stack
 * @param {{ url: string, cookie: string }} admin
 * @param {(line: string) => void} say
 */
export async function settle(stack, admin, say) {
  const until = Date.now() + limitMs;
  for (;;) {
    await stack.control('POST', 'settle');
    const { items } = await stack.control('GET', 'state/deliveries');
    const pending = items.filter((/** @type {{ state: string }} */ { state }) => state === 'pending').length;
    if (pending === 0) break;
    if (Date.now() > until) throw new Error(`Wise still tries ${pending} deliveries`);
    say(`  ${pending} are tried again an hour later`);
    await stack.control('POST', 'clock', { advanceSeconds: hour });
  }
  for (let said = ''; ; ) {
    // What came of a profile that was not read yet waits for that.
    const isIndexed = await readIndexComplete(admin.url);
    const reply = await fetch(`${admin.url}/api/webhooks/stream`, { headers: { cookie: admin.cookie } });
    if (reply.ok) {
      const { failing, waiting } = await reply.json();
      if (isIndexed && waiting + failing === 0) return;
      const line = `  ${waiting} wait, ${failing} are tried again later${isIndexed ? '' : ', cards are still read'}`;
      if (line !== said) say(line);
      said = line;
    }
    if (Date.now() > until) throw new Error('the console did not take everything in');
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

/** @param {string} url @returns {Promise<boolean>} */
async function readIndexComplete(url) {
  const reply = await fetch(`${url}/api/health/ready`);
  return (await reply.json()).indexComplete === true;
}
