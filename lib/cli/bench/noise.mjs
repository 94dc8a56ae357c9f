import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { median, spreadPercent } from './statistics.mjs';

const timesPerSample = 5;
const steps = 60_000_000;

/** The same work every time: what differs is the machine. */
function timeFixedWork() {
  const startedAt = performance.now();
  let value = 1;
  for (let index = 0; index < steps; index++) value = (Math.imul(value, 1_103_515_245) + 12_345) | 0;
  const elapsed = performance.now() - startedAt;
  // Read, so that the loop cannot be left out.
  return value === 0.5 ? NaN : elapsed;
}

/** Times one fixed loop whenever it is asked, and tells how far the times lie apart. */
export class NoiseMeter {
  /** @type {{ when: string, ms: number[], load: number }[]} */
  samples = [];

  constructor() {
    // The first run is compiled on the way.
    timeFixedWork();
  }

  /** @param {string} when */
  sample(when) {
    const ms = Array.from({ length: timesPerSample }, timeFixedWork);
    this.samples.push({ when, ms, load: loadavg()[0] ?? NaN });
  }

  summarise() {
    const all = this.samples.flatMap(({ ms }) => ms);
    return {
      medianMs: median(all),
      spreadPercent: spreadPercent(all),
      loads: this.samples.map(({ load }) => load),
    };
  }
}

export function describeMachine() {
  return {
    date: new Date().toISOString(),
    node: process.version,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round((totalmem() / 2 ** 30) * 10) / 10,
  };
}
