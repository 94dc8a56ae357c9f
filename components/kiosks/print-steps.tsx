'use client';
import { Printer } from 'lucide-react';
import { Button, IconButton } from '@/components/ui/button';
import { PrintAlone, usePrintAlone } from '@/components/ui/print-alone';
import { FixCard } from './fix-card';

interface PrintStepsProps {
  status: string;
  code: string | null;
  /** Beside which machine the sheet lies; absent: beside any. */
  kiosk?: string;
  isIcon?: boolean;
}

/** Puts a fault's steps on a sheet of A5 to lie beside the machine. No customer is named on it. */
export function PrintSteps({ status, code, kiosk, isIcon = false }: PrintStepsProps) {
  const { isOn, print } = usePrintAlone();
  return (
    <>
      {isIcon ? (
        <IconButton label="Print these steps" data-print-steps onClick={print}>
          <Printer />
        </IconButton>
      ) : (
        <Button size="sm" icon={<Printer />} data-print-steps onClick={print}>
          Print the steps
        </Button>
      )}
      {isOn && (
        <PrintAlone>
          <FixCard status={status} code={code} isFull>
            <p className="font-label">Beside the machine{kiosk !== undefined && `: ${kiosk}`}</p>
          </FixCard>
        </PrintAlone>
      )}
    </>
  );
}

/** Presses the first of the buttons within. */
export const printFirstSteps = (within: ParentNode = document) =>
  within.querySelector<HTMLElement>('[data-print-steps]')?.click();
