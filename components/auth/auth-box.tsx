import type { FormEvent, ReactNode } from 'react';
import { BrandMark, EnvironmentTag } from '@/components/shell/brand';
import type { Session } from '@/lib/contracts/session';

interface AuthBoxProps {
  title: string;
  environment?: Session['environment'];
  onSubmit: () => void;
  children: ReactNode;
}

export function AuthBox({ title, environment, onSubmit, children }: AuthBoxProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="w-full max-w-[400px] rounded-xl bg-raised px-5 pt-[18px] pb-5 shadow-dialog">
      <div className="mb-4 flex items-center gap-2 font-head">
        <BrandMark />
        Admin Console
        {environment && <EnvironmentTag environment={environment} className="ml-auto" />}
      </div>
      <h1 className="mb-3 text-dialog!">{title}</h1>
      <form onSubmit={submit} noValidate method="post" className="grid gap-3">
        {children}
      </form>
    </div>
  );
}
