// Beats once a second and asks what is due; node-cron keeps the beat, a monotonic watch keeps node-cron.
// It must never know what is due, nor hold any due time: rows do (issue #2, 6).
import { createTask, type ScheduledTask } from 'node-cron';
import type { Clock, Log } from './ports.ts';

export type Heartbeat = { start(): void; stop(): Promise<void> };

/** node-cron can fall silent for good (its issues #492, #509): three missed beats are one too many. */
const SILENT_MS = 3_000;

export function makeHeartbeat(of: {
  beat(): Promise<void>;
  clock: Pick<Clock, 'monoMs'>;
  log: Log;
  /** for tests: something that never fires stands in for a silent node-cron */
  schedule?: (beat: () => Promise<void>) => Pick<ScheduledTask, 'start' | 'destroy'>;
}): Heartbeat {
  const schedule = of.schedule ?? everySecond;
  let running: Promise<void> | null = null;
  let lastMs = of.clock.monoMs();
  let task: ReturnType<typeof schedule> | null = null;
  let watch: NodeJS.Timeout | null = null;
  const once = () => {
    lastMs = of.clock.monoMs();
    running ??= beatSafely(of).finally(() => {
      running = null;
    });
    return running;
  };
  const begin = () => {
    task = schedule(once);
    void task.start();
  };
  const look = () => {
    const silentMs = of.clock.monoMs() - lastMs;
    if (running || silentMs < SILENT_MS) return;
    of.log.warn({ silentMs }, 'node-cron has fallen silent: started again');
    void task?.destroy();
    begin();
    void once();
  };
  return {
    start() {
      begin();
      watch = setInterval(look, 1_000);
      void once(); // what came due while the service was down does not wait for the next second
    },
    async stop() {
      if (watch) clearInterval(watch);
      await task?.destroy();
      await running;
    },
  };
}

async function beatSafely(of: { beat(): Promise<void>; log: Log }): Promise<void> {
  try {
    await of.beat();
  } catch (error) {
    // a full disk or a locked database passes; the next beat finds the same rows due
    of.log.error({ err: error }, 'a beat failed');
  }
}

function everySecond(beat: () => Promise<void>): ScheduledTask {
  return createTask('* * * * * *', beat, { noOverlap: true, suppressMissedWarning: true });
}
