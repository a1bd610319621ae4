// The embedded broker: Aedes on TCP, asking the gate before anything passes.
// It must never know what messages mean, nor keep them for the absent: the database does.
import { createServer, type Server, type Socket } from 'node:net';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import type { Gatekeeper, Log } from '../services/ports.ts';
import { makeSizeGuard } from './size-guard.ts';

export type Broker = {
  /** resolves with the port it listens on */
  start(): Promise<number>;
  stop(): Promise<void>;
  expel(clientId: string): void;
};
export type BrokerSettings = {
  host: string;
  port: number;
  gate: Gatekeeper;
  log: Log;
  /** somebody was not let in */
  refused(username: string, address: string): void;
};

/** 5,000 speakers of a province, and room for those reconnecting before the old socket is gone. */
const CONNECTIONS_MAX = 6_000;
/** What may wait for one slow link in memory: ten blocks of sound. Beyond it, see `authorizeForward`. */
const SOCKET_BUFFER_BYTES = 256 * 1024;
const SLOW_BYTES = 192 * 1024;

export async function makeBroker(settings: BrokerSettings): Promise<Broker> {
  const aedes = await Aedes.createBroker({
    connectTimeout: 10_000,
    drainTimeout: 10_000, // a link that takes nothing for so long is dead: its orders come at its next hello
    maxTopicLevels: 8,
    keepaliveLimit: 0,
  });
  const clients = new Map<string, Client>();
  aedes.on('clientReady', (client) => clients.set(client.id, client));
  aedes.on('clientDisconnect', (client) => {
    if (clients.get(client.id) === client) clients.delete(client.id);
  });
  aedes.on('clientError', (client, error) =>
    settings.log.info({ speakerId: client.id, reason: error.message }, 'connection ended'),
  );
  aedes.on('connectionError', () => undefined); // not signed in yet: counted where it is refused
  guardDoors(aedes, settings);
  const server = listener(aedes, settings.log);
  return {
    start: () => listen(server, settings),
    stop: () => stop(aedes, server),
    expel: (clientId) => clients.get(clientId)?.close(),
  };
}

/**
 * Aedes calls these from its sockets' events: what is thrown in them ends the process. The gate asks
 * rows, and rows may be on a disk that fails: then nobody passes, and the rest goes on.
 */
function guardDoors(aedes: Aedes, settings: BrokerSettings): void {
  const { gate } = settings;
  const safely = (ask: () => boolean): boolean => {
    try {
      return ask();
    } catch (error) {
      settings.log.error({ err: error }, 'the gate could not be asked: refused');
      return false;
    }
  };
  aedes.preConnect = (_client, packet, done) => {
    // No session outlives its connection: what a speaker missed is known from rows and sent again
    // at its hello, so the broker needs no queue per absent speaker.
    packet.clean = true;
    done(null, true);
  };
  aedes.authenticate = (client, username, password, done) => {
    const admitted = safely(
      () =>
        username !== undefined &&
        client.id === username &&
        gate.admits(username, password?.toString('utf8') ?? ''),
    );
    if (admitted) return done(null, true);
    settings.refused((username ?? '').slice(0, 64), addressOf(client));
    const error = new Error('not authorised') as AuthenticateError;
    error.returnCode = 4;
    done(error, null);
  };
  aedes.authorizePublish = (client, packet, done) => {
    const allowed = safely(() => client !== null && gate.mayPublish(client.id, packet.topic));
    done(allowed ? null : new Error(`may not publish to ${packet.topic.slice(0, 100)}`));
  };
  aedes.authorizeSubscribe = (client, subscription, done) =>
    done(null, safely(() => gate.mayRead(client.id, subscription.topic)) ? subscription : null);
  aedes.authorizeForward = (client, packet) => {
    // A chunk for a link that is behind is dropped, not waited for: one slow village must not hold
    // up the others, and it asks for what it missed (WIRE principle 2).
    if (packet.qos === 0 && client.conn.writableLength > SLOW_BYTES) return null;
    return safely(() => gate.mayRead(client.id, packet.topic)) ? packet : null;
  };
}

function listener(aedes: Aedes, log: Log): Server {
  const server = createServer({ noDelay: true, highWaterMark: SOCKET_BUFFER_BYTES }, (socket) => {
    guardSize(socket, log);
    aedes.handle(socket);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on('drop', () => log.warn({ limit: CONNECTIONS_MAX }, 'too many connections'));
  return server;
}

/** Aedes pulls bytes by `read()`: they are looked at on their way, without another stream between. */
function guardSize(socket: Socket, log: Log): void {
  const guard = makeSizeGuard();
  const read = socket.read.bind(socket);
  socket.read = (size?: number) => {
    const bytes: Buffer | null = read(size);
    if (bytes === null || guard(bytes)) return bytes;
    log.warn({ address: socket.remoteAddress }, 'a packet above the limit: connection closed');
    socket.destroy();
    return null;
  };
}

function listen(server: Server, at: BrokerSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      // no file handle left for one more connection is no reason to drop those there are
      server.on('error', (error) => at.log.error({ err: error }, 'a connection was not taken'));
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : at.port);
    });
  });
}

async function stop(aedes: Aedes, server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await new Promise<void>((resolve) => aedes.close(() => resolve()));
  await closed;
}

function addressOf(client: Client): string {
  return 'remoteAddress' in client.conn ? String(client.conn.remoteAddress) : '';
}
