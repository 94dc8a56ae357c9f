'use client';
import { Ellipsis, Pause, Pencil, Play, Send, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Button } from '@/components/ui/button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import type { GroupActs as Acts } from '@/lib/client/batch-groups/group-acts';
import type { BatchGroupDetail, BatchGroupPath } from '@/lib/contracts/batch-groups';
import type { OpenAct } from './act-dialog';
import type { ImmediateActs } from './use-immediate-acts';

const loadDialog = () => import('./act-dialog').then((module) => module.ActDialog);
const ActDialog = dynamic(loadDialog, { ssr: false });

interface GroupActsProps {
  acts: Acts;
  group: BatchGroupDetail;
  path: BatchGroupPath;
  now: ImmediateActs;
  act: OpenAct | undefined;
  onAct: (act: OpenAct | undefined) => void;
  /** Why rows may not be sent or closed just now: what was typed is still being saved. */
  waitsFor: string | undefined;
}

export function GroupActs({ acts, group, path, now, act, onAct, waitsFor }: GroupActsProps) {
  const { close, discard, goOn, pause, rename, send } = acts;
  const near = { onPointerEnter: () => void loadDialog(), onFocus: () => void loadDialog() };
  const menu = (): MenuEntry[] => [
    ...(rename
      ? [{ kind: 'item' as const, label: 'Rename…', icon: <Pencil />, onSelect: () => onAct('rename') }]
      : []),
    ...(discard
      ? [
          {
            kind: 'item' as const,
            label: 'Throw away…',
            icon: <Trash2 />,
            tone: 'danger' as const,
            onSelect: () => onAct('discard'),
          },
        ]
      : []),
  ];
  return (
    <>
      {pause && (
        <Button icon={<Pause />} busy={now.isBusy} onClick={now.pause}>
          Pause
        </Button>
      )}
      {goOn && (
        <Button
          variant="primary"
          icon={<Play />}
          busy={now.isBusy}
          notNow={goOn.notNow ?? waitsFor}
          onClick={now.goOn}
        >
          Go on
        </Button>
      )}
      {send && (
        <Button
          variant="primary"
          icon={<Send />}
          notNow={send.notNow ?? waitsFor}
          onClick={() => onAct('send')}
          {...near}
        >
          Send rows…
        </Button>
      )}
      {close && (
        <Button
          variant={close.notNow === undefined && !send ? 'primary' : 'secondary'}
          notNow={close.notNow ?? waitsFor}
          onClick={() => onAct('close')}
          {...near}
        >
          Close group…
        </Button>
      )}
      {(rename ?? discard) && (
        <Menu
          label="More acts"
          isIcon
          variant="quiet"
          face={<Ellipsis />}
          entries={menu}
          prepare={loadDialog}
        />
      )}
      {act && <ActDialog act={act} group={group} path={path} onClose={() => onAct(undefined)} />}
    </>
  );
}
