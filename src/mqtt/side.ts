// The broker's side, embedded or external, in one shape: where to connect, and whom to tell of changes.
// It must never know what is sent: only who may come in.
import type { Access } from '../services/access.ts';
import { newToken } from '../services/people/tokens.ts';
import type { Doors, Log } from '../services/ports.ts';
import { makeBroker } from './broker.ts';
import { makeGate, SERVICE_USER } from './gate.ts';
import { makeMosquittoFiles } from './mosquitto-files.ts';

export type BrokerSide = {
  /** for the service's own link */
  account: { url: string; clientId: string; username: string | null; password: string | null };
  /** for speakers' enrolments: no user, no password */
  publicUrl: string;
  doors: Doors;
  stop(): Promise<void>;
};

export async function openEmbedded(of: {
  host: string;
  port: number;
  access: Access;
  log: Log;
  refused(username: string, address: string): void;
}): Promise<BrokerSide> {
  const password = newToken(); // new at each start, and never on disk
  const gate = makeGate({ serviceSecret: password, rightsOf: of.access.of });
  const broker = await makeBroker({ ...of, gate });
  const port = await broker.start();
  // listening on every address is reached by this one; enrolments need a name people set themselves
  const everywhere = of.host === '0.0.0.0' || of.host === '::';
  const url = `mqtt://${urlHost(everywhere ? '127.0.0.1' : of.host)}:${port}`;
  return {
    account: { url, clientId: SERVICE_USER, username: SERVICE_USER, password },
    publicUrl: url,
    doors: { changed: gate.forget, expel: broker.expel },
    stop: broker.stop,
  };
}

export async function openExternal(of: {
  url: string;
  filesFolder: string;
  pidFile: string | null;
  access: Access;
  log: Log;
}): Promise<BrokerSide> {
  const { username, password, plain } = takeApart(of.url);
  const files =
    username === null || password === null
      ? null
      : makeMosquittoFiles({
          folder: of.filesFolder,
          pidFile: of.pidFile,
          service: { username, password },
          rights: of.access.all,
          log: of.log,
        });
  if (!files) of.log.warn({}, 'MQTT_URL names no user: no files are written for Mosquitto');
  await files?.write();
  return {
    account: { url: plain, clientId: username ?? SERVICE_USER, username, password },
    publicUrl: plain,
    // Mosquitto itself puts out who is no longer in its files when it is told to read them again
    doors: { changed: () => files?.changed(), expel: () => undefined },
    stop: async () => undefined,
  };
}

function takeApart(url: string) {
  const found = new URL(url);
  const part = (text: string) => (text === '' ? null : decodeURIComponent(text));
  const username = part(found.username);
  const password = part(found.password);
  found.username = '';
  found.password = '';
  return { username, password, plain: found.href };
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
