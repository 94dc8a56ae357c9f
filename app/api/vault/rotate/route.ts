import { rotateVault } from '@/lib/contracts/vault.schema';
import { route } from '@/lib/server/http/route';
import { resealJob } from '@/lib/server/jobs/names';
import { countToReseal } from '@/lib/server/vault/reseal';

export const POST = route(rotateVault, async ({ runtime }) => {
  const { jobs, store, vault } = runtime;
  const left = await countToReseal(store.db, vault);
  if (left > 0) await jobs.ask(resealJob);
  return { keyId: vault.keyId, left };
});
