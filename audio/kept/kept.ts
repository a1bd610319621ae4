// What was spoken and coded once, kept on disk under the hash of what made it: read whole or not at all.
// It must never know what is kept, nor decide what goes (what-goes.ts).
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { openDiskFile, removeQuietly, sweepParts } from '../disk.ts';
import { diskError } from '../errors.ts';
import { type Entry, entrySizes, headOf, PREFIX_BYTES, packEntry, unpackEntry } from './entry.ts';

/** Two rooms: samples of sentences, packets of parts. */
export type KeptRoom = 'sentences' | 'parts';
export const KEPT_ROOMS: readonly KeptRoom[] = ['sentences', 'parts'];

export type Kept = {
  /** null: not there or damaged */
  get<Head>(room: KeptRoom, key: string): Promise<Entry<Head> | null>;
  /** what is known of it, its body unread: only its length was checked */
  head<Head>(room: KeptRoom, key: string): Promise<Head | null>;
  /** @throws SoundError disk-full, disk-failed */
  put<Head>(room: KeptRoom, key: string, entry: Entry<Head>): Promise<void>;
  /** used now: what is used longest ago goes first */
  touch(room: KeptRoom, keys: Iterable<string>): Promise<void>;
  remove(room: KeptRoom, key: string): Promise<void>;
  /** takes back all that was put through this door: on a full disk others need the room more */
  takeBack(): Promise<void>;
};

export const keptPath = (folder: string, room: KeptRoom, key: string): string =>
  join(folder, room, `${key}.kept`);

export async function openKept(folder: string): Promise<Kept> {
  for (const room of KEPT_ROOMS) {
    await mkdir(join(folder, room), { recursive: true }).catch((cause: unknown) => {
      throw diskError(cause);
    });
    await sweepParts(join(folder, room));
  }
  const own: string[] = [];
  const pathOf = (room: KeptRoom, key: string) => keptPath(folder, room, key);
  return {
    async get<Head>(room: KeptRoom, key: string) {
      const bytes = await readFile(pathOf(room, key)).catch(() => null);
      const entry = bytes && unpackEntry<Head>(bytes);
      // damaged: the next asking must not find it again
      if (bytes !== null && entry === null) await removeQuietly(pathOf(room, key));
      return entry;
    },
    head: (room, key) => readHead(pathOf(room, key)),
    async put(room, key, entry) {
      const path = pathOf(room, key);
      await write(path, packEntry(entry));
      own.push(path);
    },
    touch: (room, keys) => touchAll([...keys].map((key) => pathOf(room, key))),
    remove: (room, key) => removeQuietly(pathOf(room, key)),
    takeBack: async () => void (await Promise.all(own.splice(0).map(removeQuietly))),
  };
}

/** No sync: what a power cut takes is found by its digest and made again. */
async function write(path: string, bytes: Buffer): Promise<void> {
  const part = path.replace(/[^/\\]*$/u, `.${randomUUID()}.part`);
  try {
    const file = await openDiskFile(part);
    await file.write(bytes).finally(() => file.close());
    await rename(part, path);
  } catch (cause) {
    await removeQuietly(part);
    throw diskError(cause);
  }
}

async function readHead<Head>(path: string): Promise<Head | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { buffer } = await file.read(Buffer.alloc(PREFIX_BYTES), 0, PREFIX_BYTES, 0);
    const sizes = entrySizes(buffer);
    if (sizes === null || (await file.stat()).size !== sizes.total) return null;
    const words = await file.read(Buffer.alloc(sizes.head), 0, sizes.head, PREFIX_BYTES);
    return headOf<Head>(words.buffer);
  } catch {
    return null; // unreadable is not there
  } finally {
    await file.close();
  }
}

/** Somebody may have swept it meanwhile: then there is nothing to touch. */
export async function touchAll(paths: readonly string[], now = new Date()): Promise<void> {
  for (const path of paths) {
    // written a moment ago: nothing to say, and a file that is read only stays as it is
    const fresh = await stat(path).then(
      (facts) => now.getTime() - facts.mtimeMs < FRESH_MS,
      () => true,
    );
    if (!fresh) await utimes(path, now, now).catch(() => {});
  }
}
/** Sweeping works by hours; touching a file of this minute again is idle. */
const FRESH_MS = 60_000;
