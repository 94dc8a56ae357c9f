import 'server-only';
import type { Endpoint } from '../../contracts/define-endpoint.ts';
import { AppError } from './app-error.ts';

/** Only pages of this console may change anything. Public endpoints are called by other machines and bring their own proof. */
export function requireSameOrigin(endpoint: Endpoint, request: Request, consoleUrl: string): void {
  if (endpoint.method === 'GET' || endpoint.consolePermission === 'public') return;
  if (request.headers.get('origin') !== new URL(consoleUrl).origin) throw new AppError('cross_origin');
}
