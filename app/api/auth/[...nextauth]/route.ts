import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { nextAuthOptions } from '@/lib/server/auth/next-auth-options';

type Segment = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, segment: Segment): Promise<Response> {
  return NextAuth(request, segment, await nextAuthOptions());
}

export { handle as GET, handle as POST };
