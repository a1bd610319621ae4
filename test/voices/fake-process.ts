// A process of a neural voice that is none: it answers orders as a test tells it.
// It must never know the engine, nor who asks.
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { SherpaOrder, SherpaReply } from '../../audio/voices/sherpa-child.ts';

export type Acting = (
  order: SherpaOrder,
  child: { says(reply: SherpaReply): void; ends(): void },
) => void;

/** A process that is none: it loads, and answers a sentence as it is told; killed it ends. */
export function acting(speaks: Acting, loads: Acting = loadsWell): () => ChildProcess {
  return () => {
    const child = new EventEmitter();
    const stderr = new PassThrough();
    const ends = () => void setImmediate(() => child.emit('close', null, 'SIGKILL'));
    const says = (reply: SherpaReply) => void setImmediate(() => child.emit('message', reply));
    const send = (order: SherpaOrder) => ('load' in order ? loads : speaks)(order, { says, ends });
    return Object.assign(child, { stderr, send, kill: ends }) as unknown as ChildProcess;
  };
}
export const loadsWell: Acting = ({ id }, { says }) =>
  says({ id, loaded: { sampleRateHz: 16_000 } });
export const ends: Acting = (_, child) => child.ends();
export const refuses =
  (refused: 'voice-missing' | 'voice-failed'): Acting =>
  ({ id }, { says }) =>
    says({ id, refused, why: 'no' });
