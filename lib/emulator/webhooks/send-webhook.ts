export interface WebhookAnswer {
  status: number;
  retryAfter: string | null;
}

/** @throws when no answer comes within the time allowed. */
export type SendWebhook = (
  url: string,
  body: string,
  headers: Record<string, string>,
) => Promise<WebhookAnswer>;

/** Wise: an answer is waited for five seconds. */
const answerWithinMs = 5_000;

export const sendWebhook: SendWebhook = async (url, body, headers) => {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  await answer.body?.cancel();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
};
