// A process of its own that holds a data folder or writes to it until it is killed, for lock and durability tests.
// It must never know what its parent expects: it goes on until it is killed.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { lockDataFolder } from '../../src/db/lock.ts';
import { openStore } from '../../src/db/store.ts';

const [act, folder = '', last = '0'] = process.argv.slice(2);
const say = (words: string) => writeSync(1, `${words}\n`);

if (act === 'hold') {
  // what it answers is let go of on purpose: memory is collected before the parent looks
  lockDataFolder(folder);
  (globalThis as { gc?: () => void }).gc?.();
  setImmediate(() => {
    (globalThis as { gc?: () => void }).gc?.();
    say('held');
  });
} else {
  writeUntilInside();
}
setInterval(() => undefined, 60_000);

/** Commits 1 … last, then stays inside a transaction that has written and never commits. */
function writeUntilInside(): void {
  const store = openStore({ path: join(folder, 'a.db') });
  for (let n = 1; n <= Number(last) + 1; n += 1) {
    store.transaction(() => {
      store.settings.put(`first-${n}`, 'x'.repeat(10_000));
      const drawn = store.counters.next('n');
      if (n > Number(last)) {
        say(`inside ${drawn}`);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
      store.settings.put(`second-${n}`, 'x');
    });
    say(`committed ${n}`);
  }
}
