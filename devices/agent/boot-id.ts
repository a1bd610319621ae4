// Which start of this machine it is: the kernel draws a new id at each.
// It must never know what hangs on it.
import { readIfThere } from './safe-file.ts';

const PATH = '/proc/sys/kernel/random/boot_id';

/** `null` where the kernel tells none: then nobody can say that the machine was not off in between */
export function bootId(): string | null {
  return readIfThere(PATH)?.toString('latin1').trim() || null;
}
