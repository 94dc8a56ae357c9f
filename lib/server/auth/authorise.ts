import 'server-only';
import type { NextRequest } from 'next/server';
import type { Endpoint } from '../../contracts/define-endpoint.ts';
import { AppError } from '../http/app-error.ts';
import { requireBearer } from '../http/bearer.ts';
import type { Runtime } from '../runtime.ts';
import { identify, readSessionCookie } from './identify.ts';
import { type CardScope, type Operator, scopeOf } from './operator.ts';

/** Endpoints a person with a temporary password may still use. */
const beforeOwnPassword = new Set(['/api/session', '/api/session/password']);

const nobody: Operator = {
  sessionId: '',
  personId: '00000000-0000-0000-0000-000000000000',
  name: '',
  email: '',
  role: 'auditor',
  flags: [],
  branches: [],
  approvalLimits: [],
  mustSetPassword: false,
  expiresAt: new Date(0),
  confirmedUntil: null,
};

/**
 * An open page reads by itself, so a reading keeps no idle session alive. A write does, and the session's own endpoint,
 * which pages call while somebody types or clicks.
 */
const isSignOfLife = ({ method, path }: Endpoint) => method !== 'GET' || path === '/api/session';

/** Default deny: what no rule allows is refused. */
export async function authorise(
  parts: Runtime,
  endpoint: Endpoint,
  request: NextRequest,
): Promise<{ operator: Operator; scope: CardScope }> {
  const nothing: CardScope = { branchIds: [] };
  if (endpoint.consolePermission === 'public') return { operator: nobody, scope: nothing };
  if (endpoint.consolePermission === 'command') {
    requireBearer(request, parts.commandToken);
    return { operator: nobody, scope: nothing };
  }
  const operator = await identify(
    parts,
    readSessionCookie(parts.env, request.cookies),
    isSignOfLife(endpoint),
  );
  if (!operator) throw new AppError('not_signed_in');
  if (operator.mustSetPassword && !beforeOwnPassword.has(endpoint.path))
    throw new AppError('password_must_be_set');
  if (endpoint.consolePermission === 'signed-in')
    return { operator, scope: scopeOf(operator, 'cards.read') ?? nothing };
  const scope = scopeOf(operator, endpoint.consolePermission);
  if (scope === undefined) throw new AppError('forbidden');
  return { operator, scope };
}
