// The process around the service: what is printed, when it stops, and how it fails.
// It must never know what the service is made of.
import { AppError } from './domain/errors.ts';

export type Running = {
  /** printed on stdout, one line each: the set-up link and the listening line */
  lines: readonly string[];
  stop(): Promise<void>;
};

export type Closers = {
  /** remembers how to close what has just been opened */
  opened<T>(thing: T, close: (thing: T) => unknown): T;
  /** in the opposite order, each even when another fails */
  closeAll(): Promise<void>;
};

export function makeClosers(): Closers {
  const open: (() => unknown)[] = [];
  return {
    opened(thing, close) {
      open.push(() => close(thing));
      return thing;
    },
    async closeAll() {
      const faults: unknown[] = [];
      for (let close = open.pop(); close; close = open.pop()) {
        try {
          await close();
        } catch (error) {
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}

/** A stop that hangs (a stuck disk) must not hold up a machine's shutdown: systemd waits 90 s. */
const STOP_MAX_MS = 20_000;

export async function runProcess(of: {
  start(): Promise<Running>;
  fatal(error: unknown): unknown;
}): Promise<void> {
  const die = (error: unknown) => {
    sayFault(of.fatal(error));
    process.exit(1);
  };
  // a broken promise somewhere means a broadcast may be lost: stop, and let systemd start from the rows
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
  try {
    const running = await of.start();
    for (const line of running.lines) process.stdout.write(`${line}\n`);
    stopOnSignals(running, die);
  } catch (error) {
    die(error);
  }
}

function stopOnSignals(running: Running, die: (error: unknown) => void): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MAX_MS).unref();
    running.stop().then(() => process.exit(0), die);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** For people: the sentence in both languages. For a fault of ours: the trace as well. */
function sayFault(error: unknown): void {
  if (error instanceof AppError) {
    process.stderr.write(`${error.say.vi}\n${error.say.en}\n`);
    return;
  }
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(
    `Lỗi của hệ thống, dịch vụ dừng lại. / A fault of ours, the service stops.\n${trace}\n`,
  );
}
