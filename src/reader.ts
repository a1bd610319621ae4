// The rooms of reading and intake behind the services' port: long texts in a thread of their own.
// It must never hold a rule of reading: only join what is asked to what the rooms offer.
import { takeFile } from '../audio/intake/index.ts';
import {
  checkEntry,
  checkFigures,
  checkWords,
  decodeText,
  type Known,
  likeness,
  ON_AIR,
  relationOf,
  secondsOf,
} from '../audio/reading/index.ts';
import { makeComposer } from './composer.ts';
import { builtInEntries } from './reader-lexicon.ts';
import { rememberScripts } from './reader-memory.ts';
import { makeReadingRoom, type ReadingRoom } from './reading-room.ts';
import { makeReadingThread, type ReadingThread } from './reading-thread.ts';
import { adapted, adaptedLater } from './room-errors.ts';
import type { Composer } from './services/bulletins/compose-port.ts';
import type { Reader, ReadScript } from './services/reading/reader-port.ts';

export type ClosableReader = Reader & { composer: Composer; close(): Promise<void> };

/** @throws AppError when a file of the lexicon is broken: at the service's start, not at the first reading */
export function makeReader(
  thread: ReadingThread = makeReadingThread(),
  room: () => ReadingRoom = makeReadingRoom,
): ClosableReader {
  const here = adapted(room);
  // a page of a script is asked for after another: it crosses between the threads once
  const held = rememberScripts((): { script: Promise<ReadScript> | null } => ({ script: null }));
  return {
    decode: (bytes, name) => adapted(() => decodeText(bytes, name).text),
    take: (file, of) => adaptedLater(() => takeFile(file, of)),
    readShort: (text, order) => adapted(() => here.script({ text, order })),
    script(text, order, how) {
      const kept = held(text, order);
      kept.script ??= thread.ask('script', { text, order }, how).catch((error: unknown) => {
        kept.script = null; // what cannot be read is asked again
        throw error;
      });
      return kept.script;
    },
    digest: (text, order) => thread.ask('digest', { text, order }),
    programmes: (text, order, of) => thread.ask('programmes', { text, order, ...of }),
    differences: (one, other) => thread.ask('differences', { here: one, there: other }),
    profile: ON_AIR,
    lexicon: builtInEntries,
    seconds: secondsOf,
    checkEntry,
    checkFigures,
    checkWords,
    relation(one, other) {
      const relation = relationOf(one as Known, other as Known);
      const share = likeness((one as Known).sketch, (other as Known).sketch);
      return relation && { relation, share };
    },
    composer: makeComposer(thread),
    close: () => thread.close(),
  };
}
