import 'server-only';

const renewEveryMs = 5000;

export interface Leases<Item> {
  add(item: Item): void;
  delete(item: Item): void;
  end(): void;
}

/** Says of what this run has in hand that it is alive. @param renew makes the leases of these last longer */
export function createLeases<Item>(renew: (items: Item[]) => Promise<unknown>): Leases<Item> {
  const items = new Set<Item>();
  const timer = setInterval(() => {
    if (items.size > 0) void renew([...items]).catch(() => undefined);
  }, renewEveryMs);
  return {
    add: (item) => items.add(item),
    delete: (item) => items.delete(item),
    end: () => clearInterval(timer),
  };
}
