import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** A query may be read again for so much of the time: long lists take seconds, and events may come without end. */
const share = 1 / 5;
const longestPauseMs = 30_000;

interface Pace {
  isReading: boolean;
  /** An event came while it was read, or pauses. */
  isOld: boolean;
  notBefore: number;
}

async function pauseUntil(at: number): Promise<void> {
  const pauseMs = at - performance.now();
  if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
}

/**
 * Reads again what events make old, each query by itself. What has begun to be read is never thrown away for the next event,
 * and what takes long is read less often.
 */
export function createReader(client: QueryClient) {
  const paces = new WeakMap<Query, Pace>();
  let isEnded = false;

  const read = async (query: Query, pace: Pace) => {
    pace.isReading = true;
    while (pace.isOld) {
      await pauseUntil(pace.notBefore);
      if (isEnded) return;
      pace.isOld = false;
      const begunAt = performance.now();
      await client.refetchQueries({ predicate: (one) => one === query, type: 'active' });
      const tookMs = performance.now() - begunAt;
      const isRead = query.state.status === 'success';
      pace.notBefore = isRead ? begunAt + Math.min(tookMs / share, tookMs + longestPauseMs) : 0;
    }
    pace.isReading = false;
  };

  return {
    readAgain(queryKey: QueryKey) {
      void client.invalidateQueries({ queryKey, refetchType: 'none' });
      for (const query of client.getQueryCache().findAll({ queryKey, type: 'active' })) {
        const pace = paces.get(query) ?? { isReading: false, isOld: false, notBefore: 0 };
        paces.set(query, pace);
        pace.isOld = true;
        if (!pace.isReading) void read(query, pace);
      }
    },
    end() {
      isEnded = true;
    },
  };
}
