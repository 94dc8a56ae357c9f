import { z } from 'zod';
import { signIn } from './sign-in.mjs';
import { describeAnswers, timeAnswer } from './timed-answers.mjs';

const days = 90;
const dayMs = 86_400_000;
const wantedMs = 300;
const readers = [
  { name: 'a plain reader', email: 'operator@example.com' },
  { name: 'compliance', email: 'compliance@example.com' },
];
const programme = 'VISA_DEBIT_BUSINESS_UK';
/** Where nothing is found nothing is measured. */
const someApproved = z.object({ approved: z.number().positive() });
const someNumbers = z.object({ now: someApproved, before: someApproved });

/**
 * What the page of numbers asks for: ninety days with the ninety before them.
 * @param {import('./console-stack.mjs').ConsoleStack} stack @param {number} times @param {(line: string) => void} say
 */
export async function measureNumbers({ consoleUrl }, times, say) {
  say(`  the numbers of ${days} days, ${times} times each`);
  const isoDay = (/** @type {number} */ ago) => new Date(Date.now() - ago * dayMs).toISOString().slice(0, 10);
  const period = { from: isoDay(days - 1), until: isoDay(0), timeZone: 'Europe/London' };
  const metrics = [];
  for (const { email, name } of readers) {
    const cookie = await signIn(consoleUrl, email);
    const answers = [];
    for (const [what, filter] of /** @type {const} */ ([
      ['all programmes', {}],
      ['one programme', { programme }],
    ])) {
      const url = `${consoleUrl}/api/transactions/numbers?${new URLSearchParams({ ...period, ...filter })}`;
      for (let time = 0; time < times; time++) {
        const { ms } = await timeAnswer(url, cookie, someNumbers);
        answers.push({ what, ms });
      }
    }
    metrics.push(
      describeAnswers(`  numbers of ${days} days and the ${days} before, ${name}`, answers, wantedMs),
    );
  }
  return metrics;
}
