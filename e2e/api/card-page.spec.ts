import { expect, test } from '../fixtures.ts';
import { demoCards } from '../support/demo-cards.ts';

const { profileId, token } = demoCards.active;
const address = `/cards/${profileId}/${token}`;
const asTab = { 'sec-fetch-dest': 'document' };
const pending = 'aria-busy="true"';

test('a card opened in a tab: the first HTML holds the card and never a pending state', async ({ as }) => {
  const client = await as('operator');
  await expect
    .poll(async () => {
      const html = await (await client.open(address, asTab)).text();
      return { isPending: html.includes(pending), hasRows: html.includes('data-row="0"') };
    })
    .toEqual({ isPending: false, hasRows: true });
});

test('a card opened in a tab while Wise is slow: the pending state comes first, the card after it', async ({
  as,
  emulator,
}) => {
  const client = await as('operator');
  await emulator.addFault({ match: { path: `${token}/spending` }, times: 1, delayMs: 1500 });
  const html = await (await client.open(address, asTab)).text();
  expect(html.indexOf(pending)).toBeGreaterThan(0);
  expect(html.indexOf('data-row="0"')).toBeGreaterThan(html.indexOf(pending));
});
