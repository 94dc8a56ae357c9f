import type { Metadata } from 'next';
import { SignInForm } from '@/components/auth/sign-in-form';
import { safePath } from '@/lib/client/auth/safe-path';
import { signInOptions } from '@/lib/server/auth/sign-in-options';

export const metadata: Metadata = { title: 'Sign in' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const [options, { callbackUrl, why }] = await Promise.all([signInOptions(), searchParams]);
  return (
    <SignInForm
      {...options}
      goTo={safePath(typeof callbackUrl === 'string' ? callbackUrl : null)}
      why={why === 'idle' || why === 'ended' ? why : undefined}
    />
  );
}
