// The log: JSON lines on stderr with ids, so that stdout stays for what programs read.
// It must never know what is worth a line; no payloads, no secrets at any level.
import { type Logger, pino } from 'pino';

export function makeLog(level: string): Logger {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
}
