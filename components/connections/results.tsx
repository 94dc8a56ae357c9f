'use client';
import { ErrorState } from '@/components/feedback/error-state';
import { CloseMessage } from '@/components/ui/close-message';
import { Notice, type NoticeTone } from '@/components/ui/notice';
import { errors } from '@/lib/catalogues/errors';
import type { AuthorizationOutcome } from '@/lib/catalogues/connections';
import type { ApiError } from '@/lib/client/api-error';
import type { Connection, ConnectionList, TestReply } from '@/lib/contracts/connections';
import { ownerOf } from './connection-words';

/** What became of an act, in words that stay until they are read. */
export type ConnectionResult = { tone: NoticeTone; title: string; text: string } | { error: ApiError };

export const resultOfConnecting = (connection: Connection): ConnectionResult => ({
  tone: 'good',
  title: `${ownerOf(connection)} is connected.`,
  text:
    connection.kind === 'personal'
      ? 'Activities can be read. A personal token does not reach cards.'
      : 'The cards of the profiles are being read and appear under Cards.',
});

export const resultOfDisconnecting = (connection: Connection): ConnectionResult => ({
  tone: 'good',
  title: `${ownerOf(connection)} is disconnected here.`,
  text: 'At Wise the permission still stands. The owner withdraws it there, under connected applications.',
});

export function resultOfTest({ outcome, connection }: TestReply): ConnectionResult {
  const owner = ownerOf(connection);
  switch (outcome) {
    case 'works':
      return { tone: 'good', title: `${owner}: works.`, text: 'Wise answered just now.' };
    case 'refused':
      return {
        tone: 'bad',
        title: `${owner}: Wise refused it.`,
        text: 'The permission is withdrawn or has ended. Reconnect to go on; until then the cards show what was last read.',
      };
    case 'unreachable':
      return {
        tone: 'warn',
        title: `${owner}: Wise did not answer.`,
        text: 'Nothing is known of the connection. Test it again in a minute.',
      };
  }
}

type CameBack = { outcome: AuthorizationOutcome; connectionId: string | null };

export function resultOfCameBack(
  { outcome, connectionId }: CameBack,
  pages: readonly ConnectionList[] | undefined,
): ConnectionResult {
  switch (outcome) {
    case 'connected': {
      const connection = pages?.flatMap(({ items }) => items).find(({ id }) => id === connectionId);
      if (connection) return resultOfConnecting(connection);
      return {
        tone: 'good',
        title: `Wise user ${connectionId ?? ''} is connected.`,
        text: 'The cards of the profiles are being read and appear under Cards.',
      };
    }
    case 'denied':
      return {
        tone: 'warn',
        title: 'Access was refused on Wise’s page.',
        text: 'Nothing was connected. Begin again if that was not meant.',
      };
    case 'state_unknown':
      return {
        tone: 'warn',
        title: 'This way back from Wise is not known here.',
        text: 'It was used already, is older than ten minutes, or was begun by another session. Nothing was connected. Begin again.',
      };
    case 'failed':
      return {
        tone: 'bad',
        title: 'Connecting did not come to an end.',
        text: 'Nothing was connected. Begin again.',
      };
    default: {
      const { title, detail, advice } = errors[outcome];
      return { tone: 'bad', title: `${title}.`, text: `${detail} ${advice}` };
    }
  }
}

export function ConnectionResultNotice({
  result,
  onClose,
}: {
  result: ConnectionResult;
  onClose: () => void;
}) {
  return (
    <div className="flex-none px-(--gutter) py-3">
      {'error' in result ? (
        <ErrorState error={result.error} />
      ) : (
        <Notice tone={result.tone} title={result.title} close={<CloseMessage onClose={onClose} />}>
          <p>{result.text}</p>
        </Notice>
      )}
    </div>
  );
}
