import type { ScaState } from '../../contracts/sca.ts';
import { ApiError } from '../api-error.ts';

/** Answers what the waiting request was answered once it was sent again; rejects with what became of it otherwise. */
type Asker = (sca: ScaState, refusal: ApiError) => Promise<unknown>;

let asker: Asker | undefined;
/** Answers to readings that were sent again, by address, until the page reads. */
const answers = new Map<string, unknown>();

/** One dialog for the whole console. @returns a function that takes it away again */
export function offerConfirmations(ask: Asker): () => void {
  asker = ask;
  return () => {
    if (asker === ask) asker = undefined;
  };
}

/**
 * Has it confirmed what Wise wants confirmed, and the request sent again by the server.
 * @returns the answer to that request. @throws ApiError the refusal itself where nobody confirmed it
 */
export async function confirmAtWise(refusal: ApiError): Promise<unknown> {
  const { sca } = refusal.problem;
  if (!sca || !asker) throw refusal;
  try {
    return await asker(sca, refusal);
  } catch (error) {
    // Sent again, Wise wanted another confirmation: that one is asked for in turn.
    if (error !== refusal && error instanceof ApiError && error.code === 'sca_required')
      return confirmAtWise(error);
    throw error;
  }
}

/** A reading is only confirmed when somebody says so; its answer then waits here for the page to read again. */
export async function confirmReading(refusal: ApiError): Promise<void> {
  const { address } = refusal;
  const answer = await confirmAtWise(refusal);
  if (address !== undefined) answers.set(address, answer);
}

export function takeConfirmedAnswer(address: string): { answer: unknown } | undefined {
  if (!answers.has(address)) return undefined;
  const answer = answers.get(address);
  answers.delete(address);
  return { answer };
}
