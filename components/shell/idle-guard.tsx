'use client';
import dynamic from 'next/dynamic';
import { useIdle } from '@/lib/client/idle/use-idle';

const IdleDialog = dynamic(() => import('./idle-dialog').then((module) => module.IdleDialog), { ssr: false });

export function IdleGuard() {
  const { secondsLeft, stay } = useIdle();
  return secondsLeft === undefined ? null : <IdleDialog secondsLeft={secondsLeft} onStay={stay} />;
}
