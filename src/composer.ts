// The room of composing behind the services' port, in the thread that reads.
// It must never hold a rule of composing.
import { turnsOf } from '../audio/reading/index.ts';
import type { ReadingThread } from './reading-thread.ts';
import type { Composer } from './services/bulletins/compose-port.ts';

export function makeComposer(thread: Pick<ReadingThread, 'ask'>): Composer {
  return {
    clauses: (text, order, of) => thread.ask('clauses', { text, order, ...of }),
    compose: (text, order, of) => thread.ask('compose', { text, order, ...of }),
    turns: turnsOf,
  };
}
