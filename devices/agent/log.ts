// The loudspeaker's log: JSON lines on stderr, so that stdout stays for what programs read.
// It must never know payloads, passwords or keys.
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
export type RootLog = Log & { child(bindings: Record<string, string>): Log };

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'];

/** @param level as asked for (`VANGXA_LOG_LEVEL`); anything unknown is `info` */
export function makeLog(level: string | undefined): RootLog {
  const known = level !== undefined && LEVELS.includes(level) ? level : 'info';
  return pino({ level: known, base: null }, pino.destination({ dest: 2, sync: false }));
}
