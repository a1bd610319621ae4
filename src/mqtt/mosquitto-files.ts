// Writes Mosquitto's password and ACL files, so that it lets in and keeps apart what Aedes does.
// It must never know rows: only rights, as the service states them.
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, topics } from '../../devices/protocol/index.ts';
import { hashSecret } from '../services/people/secret-hash.ts';
import type { Log, SpeakerRights } from '../services/ports.ts';

export type MosquittoFiles = {
  /** written soon, once for many changes */
  changed(): void;
  write(): Promise<void>;
};
export type MosquittoSettings = {
  folder: string;
  /** whose process is told to read the files again */
  pidFile: string | null;
  service: { username: string; password: string };
  rights(): readonly SpeakerRights[];
  log: Log;
};

/** Enrolling a van full of units is one write, not a hundred. */
const GATHER_MS = 200;

export function makeMosquittoFiles(settings: MosquittoSettings): MosquittoFiles {
  const serviceLine = `${settings.service.username}:${hashSecret(settings.service.password)}`;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    // one writing that failed (a full disk) must not fail all that come after it
    writing = writing.catch(() => undefined).then(() => writeBoth(settings, serviceLine));
    return writing;
  };
  return {
    write,
    changed() {
      if (timer) return;
      timer = setTimeout(() => {
        timer = null;
        write().catch((error) => settings.log.error({ err: error }, 'Mosquitto files not written'));
      }, GATHER_MS).unref();
    },
  };
}

export function passwordFile(serviceLine: string, rights: readonly SpeakerRights[]): string {
  return [serviceLine, ...rights.map((one) => `${one.siteId}:${one.secretHash}`), ''].join('\n');
}

/** A spare has nothing to play, so nothing to report of it (src/mqtt/gate.ts). */
const ONLY_SPEAKERS = ['receipt', 'repair'] as const;

export function aclFile(serviceUser: string, rights: readonly SpeakerRights[]): string {
  const service = [`user ${serviceUser}`, `topic readwrite ${ROOT}/#`];
  const speakers = rights.flatMap((one) => [
    '',
    `user ${one.siteId}`,
    ...(one.isSpare
      ? []
      : ONLY_SPEAKERS.map((say) => `topic write ${topics.report(one.siteId, say)}`)),
    ...one.areas.map((area) => `topic read ${topics.areaOrder(area)}`),
    ...one.tenants.map((tenant) => `topic read ${topics.stream(tenant, '+')}`),
  ]);
  // %u is the user name: what every speaker, and every spare, may do with its own topics
  const patterns = [
    '',
    ...(['status', 'clock'] as const).map(
      (report) => `pattern write ${topics.report('%u', report)}`,
    ),
    `pattern read ${topics.speakerOrder('%u')}`,
    `pattern read ${topics.speakerTime('%u')}`,
    '',
  ];
  return [...service, ...speakers, ...patterns].join('\n');
}

async function writeBoth(settings: MosquittoSettings, serviceLine: string): Promise<void> {
  const rights = settings.rights();
  await mkdir(settings.folder, { recursive: true, mode: 0o750 });
  await replace(join(settings.folder, 'passwords'), passwordFile(serviceLine, rights));
  await replace(join(settings.folder, 'acl'), aclFile(settings.service.username, rights));
  if (settings.pidFile) await askToReload(settings.pidFile, settings.log);
}

/** Whole or not at all: Mosquitto never reads half a file. The group may read it, others not. */
async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  await writeFile(fresh, text, { mode: 0o640 });
  await chmod(fresh, 0o640);
  await rename(fresh, path);
}

async function askToReload(pidFile: string, log: Log): Promise<void> {
  try {
    const pid = Number((await readFile(pidFile, 'utf8')).trim());
    if (Number.isInteger(pid) && pid > 0) process.kill(pid, 'SIGHUP');
  } catch (error) {
    log.warn({ err: error, pidFile }, 'Mosquitto could not be told to read its files again');
  }
}
