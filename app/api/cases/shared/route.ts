import { findShared } from '@/lib/contracts/case-patterns.schema';
import { route } from '@/lib/server/http/route';
import { readShared } from '@/lib/server/services/cases/read-shared';

export const POST = route(findShared, ({ runtime, body }) => readShared(runtime, body));
