// Recordings on their way in: few of one sender and one place, none that stands still, and the decoder's turn only when all of it is there.
// It must never read a byte of them, nor know what becomes of them.
import { limitReached, refusal } from '../refusals.ts';

export type Arriving = {
  /** whoever sends: an account, or a link */
  sender: string;
  tenantId: string;
  bytes: AsyncIterable<Uint8Array>;
  signal: AbortSignal;
};
export type Arrivals = <T>(
  of: Arriving,
  work: (bytes: AsyncIterable<Uint8Array>) => Promise<T>,
) => Promise<T>;

/** Each decodes and codes on a core of its own; the voices need one too. */
const AT_WORK_MAX = 2;
/** One file while the last one's end is still on its way. */
const OF_SENDER_MAX = 2;
/** Two desks that record; more would be the others' share. */
const OF_TENANT_MAX = 4;
/** Six communes as busy as they may be: 24 files of 32 MB on a disk, and a row that is worked off in minutes. */
const IN_ALL_MAX = 24;
/** 2 KB/s: a telephone at the edge of a 2G cell brings more, and what brings less holds a place for nothing. */
const WINDOW_MS = 30_000;
const WINDOW_BYTES = 64 * 1024;

export function makeArrivals(of: { senderMax?: number } = {}): Arrivals {
  const { senderMax = OF_SENDER_MAX } = of;
  const bySender = counted(senderMax);
  const byTenant = counted(OF_TENANT_MAX);
  const inAll = counted(IN_ALL_MAX);
  const turn = turns();
  return async ({ sender, tenantId, bytes, signal }, work) => {
    const leave: (() => void)[] = [];
    try {
      for (const [count, key] of [
        [bySender, sender],
        [byTenant, tenantId],
        [inAll, ''],
      ] as const)
        leave.push(count(key));
      const arrived = async () => void leave.push(await turn(signal));
      return await work(coming(bytes, arrived));
    } finally {
      for (const one of leave) one();
    }
  };
}

/** @returns takes one, and answers what gives it back. @throws AppError limit-reached */
function counted(max: number): (key: string) => () => void {
  const there = new Map<string, number>();
  return (key) => {
    const before = there.get(key) ?? 0;
    if (before >= max) throw tooMany();
    there.set(key, before + 1);
    return () => {
      const left = (there.get(key) ?? 1) - 1;
      if (left > 0) there.set(key, left);
      else there.delete(key);
    };
  };
}

/** First come, first served; the row is as long as what may be on its way. */
function turns(): (signal: AbortSignal) => Promise<() => void> {
  let free = AT_WORK_MAX;
  const row: (() => void)[] = [];
  const give = () => {
    const next = row.shift();
    if (next) next();
    else free += 1;
  };
  return (signal) => {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve(give);
    }
    return new Promise((resolve, reject) => {
      const gone = () => {
        row.splice(row.indexOf(go), 1);
        reject(signal.reason);
      };
      const go = () => {
        signal.removeEventListener('abort', gone);
        resolve(give);
      };
      row.push(go);
      signal.addEventListener('abort', gone, { once: true });
    });
  };
}

/** As they come; the end of them is handed on when it is their turn. */
async function* coming(
  bytes: AsyncIterable<Uint8Array>,
  arrived: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const watch = slowness();
  try {
    for (;;) {
      const next = await Promise.race([source.next(), watch.tooSlow]);
      if (next.done) break;
      watch.came(next.value.length);
      yield next.value;
    }
    watch.end();
    await arrived();
  } finally {
    watch.end();
    // what stands still answers nothing: nobody waits for its goodbye
    source.return?.()?.catch(() => undefined);
  }
}

function slowness() {
  let came = 0;
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (came < WINDOW_BYTES) reject(stalled());
      came = 0;
    }, WINDOW_MS);
    timer.unref();
  });
  // ended before it is asked, it is nobody's failure
  tooSlow.catch(() => undefined);
  return {
    tooSlow,
    came(size: number) {
      came += size;
    },
    end: () => clearInterval(timer),
  };
}

const tooMany = () =>
  limitReached({
    vi: 'nhiều bản ghi âm đang được gửi lên, hãy đợi bản trước xong rồi gửi lại',
    en: 'many recordings are on their way in, wait for the one before and send again',
  });

const stalled = () =>
  refusal('caller', 'upload-stalled', {
    vi: 'Bản ghi gửi lên quá chậm hoặc bị ngắt giữa chừng. Hãy đến chỗ có sóng tốt hơn rồi gửi lại.',
    en: 'The recording came too slowly or stood still. Go where the network is better, and send it again.',
    place: 'body',
  });
