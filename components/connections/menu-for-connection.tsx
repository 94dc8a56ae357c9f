import { Eye, PlugZap, RotateCcw, Unplug } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu';
import type { Connection } from '@/lib/contracts/connections';
import type { OpenConnectionDialog } from './connection-dialog';

interface MenuForConnection {
  connection: Connection;
  onOpen: (dialog: OpenConnectionDialog) => void;
  onTest: ((connection: Connection) => void) | undefined;
}

export function menuForConnection({ connection, onOpen, onTest }: MenuForConnection): MenuEntry[] {
  const isDisconnected = connection.state === 'disconnected';
  const reading: MenuEntry[] = [
    {
      kind: 'item',
      label: 'Details and profiles',
      icon: <Eye />,
      onSelect: () => onOpen({ kind: 'details', connection }),
    },
  ];
  if (!onTest) return reading;
  return [
    ...reading,
    { kind: 'separator' },
    {
      kind: 'item',
      label: 'Test now',
      icon: <PlugZap />,
      notNow: isDisconnected ? 'Disconnected: there is no token to test' : undefined,
      onSelect: () => onTest(connection),
    },
    {
      kind: 'item',
      label: 'Reconnect…',
      icon: <RotateCcw />,
      onSelect: () => onOpen({ kind: 'connect', reconnects: connection }),
    },
    {
      kind: 'item',
      label: 'Disconnect…',
      icon: <Unplug />,
      tone: 'danger',
      notNow: isDisconnected ? 'Disconnected already' : undefined,
      onSelect: () => onOpen({ kind: 'disconnect', connection }),
    },
  ];
}
