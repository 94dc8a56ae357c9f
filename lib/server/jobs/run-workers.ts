import 'server-only';

/**
 * Runs several of the same worker at once, and waits for all of them. One that fails ends the others, so that nothing is in
 * hand any more when the next run begins.
 * @param work goes on until nothing is left or `isCutOff`
 * @throws what the first that failed has thrown
 */
export async function runWorkers(
  count: number,
  work: (isCutOff: () => boolean) => Promise<void>,
): Promise<void> {
  let hasFailed = false;
  const workers = Array.from({ length: count }, () =>
    work(() => hasFailed).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    }),
  );
  const failed = (await Promise.allSettled(workers)).find((worker) => worker.status === 'rejected');
  if (failed) throw failed.reason;
}
