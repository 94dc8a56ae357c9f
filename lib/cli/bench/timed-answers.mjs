import { makeMetric } from './metric.mjs';
import { median, quantile } from './statistics.mjs';

/**
 * One answer, read to its end.
 * @template Body
 * @param {string} url @param {string} cookie @param {import('zod').ZodType<Body>} schema what is read of it
 * @returns {Promise<{ ms: number, body: Body }>}
 */
export async function timeAnswer(url, cookie, schema) {
  const startedAt = performance.now();
  const reply = await fetch(url, { headers: { cookie } });
  if (!reply.ok) throw new Error(`${new URL(url).pathname} answered ${reply.status}: ${url}`);
  const body = JSON.parse(await reply.text());
  return { ms: performance.now() - startedAt, body: schema.parse(body) };
}

/** @typedef {{ what: string, ms: number }} TimedAnswer */

/**
 * Answers of one kind: what 95 of 100 took at most is held against the target, the slowest questions stand beside it.
 * @param {string} name @param {TimedAnswer[]} answers @param {number} most
 */
export function describeAnswers(name, answers, most) {
  const times = answers.map(({ ms }) => ms);
  const questions = [...new Set(answers.map(({ what }) => what))]
    .map((what) => ({
      what,
      ms: median(answers.filter((one) => one.what === what).map(({ ms }) => ms)),
    }))
    .sort((one, other) => other.ms - one.ms);
  const slowest = questions.slice(0, 3).map(({ ms, what }) => `${what} ${ms.toFixed(0)}`);
  const facts = `of ${times.length} answers, median ${median(times).toFixed(0)}; slowest by their medians: ${slowest.join(', ')}`;
  return makeMetric(`${name}, 95 %`, 'ms', quantile(times, 0.95), { most, reference: facts });
}
