// One process per state folder: two would tear each other's outbox and answer for one another.
// It must never leave anything behind: the kernel lets go when the process ends, however it ends.
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { SpeakerError } from './errors.ts';

/**
 * A name of Linux's abstract sockets (unix(7)): nothing on disk to go stale after a kill. Elsewhere
 * there are none, and nothing is locked.
 * @returns lets go
 * @throws SpeakerError when another process has it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  if (process.platform !== 'linux') return () => {};
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex');
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(taken(folder, cause)));
    server.listen(`\0vang-xa-${name}`, resolve);
  });
  server.unref();
  return () => server.close();
}

function taken(folder: string, cause: unknown): SpeakerError {
  return new SpeakerError({
    code: 'state-in-use',
    fault: 'caller',
    say: {
      vi: `Thư mục trạng thái ${folder} đang được một cụm loa khác dùng. Hãy dừng nó, hoặc chọn thư mục khác bằng --state.`,
      en: `The state folder ${folder} is in use by another speaker process. Stop that one, or choose another folder with --state.`,
    },
    cause,
  });
}
