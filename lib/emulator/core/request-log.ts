export interface LoggedRequest {
  at: string;
  method: string;
  path: string;
  query: string;
  /** 0 when the connection was cut before anything was answered. */
  status: number;
  correlationId: string | null;
  cut: 'before' | 'after' | null;
}

interface Stored extends Omit<LoggedRequest, 'at'> {
  atMs: number;
}

const capacity = 20_000;

/** The last requests, oldest first. */
export class RequestLog {
  #ring: Stored[] = [];
  #next = 0;

  add(entry: Stored): void {
    if (this.#ring.length < capacity) this.#ring.push(entry);
    else this.#ring[this.#next] = entry;
    this.#next = (this.#next + 1) % capacity;
  }

  since(sinceMs: number): LoggedRequest[] {
    const full = this.#ring.length === capacity;
    const ordered = full ? [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)] : this.#ring;
    return ordered
      .filter((entry) => entry.atMs >= sinceMs)
      .map(({ atMs, ...entry }) => ({ at: new Date(atMs).toISOString(), ...entry }));
  }

  clear(): void {
    this.#ring = [];
    this.#next = 0;
  }
}
