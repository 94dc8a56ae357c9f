import 'server-only';

const atOnce = 4;

/** @returns how many failed; the next run takes them up again */
export async function eachAtOnce<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<number> {
  const queue = [...items];
  let failed = 0;
  const work = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      await act(item).catch(() => {
        failed++;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}
