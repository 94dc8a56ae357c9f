import 'server-only';
import type { AuthorizationOutcome } from '../../../catalogues/connections.ts';

/** Relative, so that it is the address the browser knows the console by. No code, state or token comes along. */
export function backToList(told: { outcome: AuthorizationOutcome; connectionId?: string }): Response {
  const query = new URLSearchParams({
    outcome: told.outcome,
    ...(told.connectionId !== undefined && { connection: told.connectionId }),
  });
  return new Response(null, {
    status: 303,
    headers: {
      location: `/settings/connections?${query}`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** A browser that comes from Wise shall see a page even where it is refused: its session may have ended on the way. */
export function orBackToList<R extends Request, S>(
  handler: (request: R, segment: S) => Promise<Response>,
): (request: R, segment: S) => Promise<Response> {
  return async (request, segment) => {
    const response = await handler(request, segment);
    const isPage = request.headers.get('accept')?.includes('text/html') ?? false;
    return isPage && response.status >= 400 ? backToList({ outcome: 'failed' }) : response;
  };
}
