import 'server-only';

/** Of every answer under /api: no browser takes it for anything but what it says it is, or hands it to another site. */
export function setAnswerHeaders(response: Response, requestId: string): Response {
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('x-request-id', requestId);
  return response;
}
