import 'server-only';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Endpoint } from '../contracts/define-endpoint.ts';

export class Metrics {
  readonly registry = new Registry();
  #requests: Histogram<'method' | 'path' | 'status'>;
  #failures: Counter<'method' | 'path' | 'code'>;
  #refusedDeliveries: Counter<'reason'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.#requests = new Histogram({
      name: 'console_request_seconds',
      help: 'Duration of console API requests',
      labelNames: ['method', 'path', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    this.#failures = new Counter({
      name: 'console_request_failures_total',
      help: 'Console API requests that ended in a problem, by its code',
      labelNames: ['method', 'path', 'code'],
      registers: [this.registry],
    });
    this.#refusedDeliveries = new Counter({
      name: 'console_webhooks_refused_total',
      help: 'Deliveries that were turned away, by reason',
      labelNames: ['reason'],
      registers: [this.registry],
    });
  }

  countRefusedDelivery(reason: string): void {
    this.#refusedDeliveries.inc({ reason });
  }

  observeRequest(
    { method, path }: Endpoint,
    status: number,
    errorCode: string | undefined,
    ms: number,
  ): void {
    this.#requests.observe({ method, path, status }, ms / 1000);
    if (errorCode) this.#failures.inc({ method, path, code: errorCode });
  }

  /** A figure that is read when it is asked for. */
  gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
