// The three that carry one stream: our embedded broker, Mosquitto, Icecast 2; each with its source.
// It must never know how many listen, nor how cost is read.
import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encodeFrame, topics } from '../../../devices/protocol/index.ts';
import { SERVICE_USER } from '../../../src/mqtt/gate.ts';
import { isInstalled, type Running, start, startScript } from '../process.ts';
import { connectPacket, publishPacket } from './bytes.ts';

export const CHUNK_SECONDS = 8;
/** 133 packets of 60 ms at 24 kbit/s, each after its 16-bit length (devices/PROTOCOL.md §6). */
export const CHUNK_PAYLOAD_BYTES = 133 * (180 + 2);
const STREAM = 'bench';
export const STREAM_TOPIC = topics.stream('bench', STREAM);
const MOUNT = '/bench.opus';
const SOURCE_PASSWORD = 'bench';

export type Server = {
  name: 'embedded' | 'mosquitto' | 'icecast';
  running: Running;
  port: number;
  listener: { kind: 'mqtt' | 'http'; path: string };
  /** once every eight seconds; a continuous source needs no telling */
  sendChunk(seq: number): void;
  stop(): Promise<void>;
};

export async function startEmbedded(): Promise<Server> {
  const running = startScript(new URL('./embedded.ts', import.meta.url), []);
  const { port } = await running.event('ready');
  return mqttServer('embedded', running, Number(port));
}

export async function startMosquitto(folder: string): Promise<Server | null> {
  if (!isInstalled('mosquitto')) return null;
  const port = await freePort();
  const config = join(folder, 'mosquitto.conf');
  writeFileSync(
    config,
    `listener ${port} 127.0.0.1\nallow_anonymous true\nlog_type error\nmax_connections -1\n`,
  );
  const running = start('/usr/sbin/mosquitto', ['-c', config]);
  await answering(port);
  return mqttServer('mosquitto', running, port);
}

export async function startIcecast(folder: string): Promise<Server | null> {
  if (!isInstalled('icecast2') || !isInstalled('ffmpeg')) return null;
  const port = await freePort();
  const config = join(folder, 'icecast.xml');
  writeFileSync(config, icecastConfig(folder, port));
  chmodSync(folder, 0o777); // Icecast leaves root and still wants to write its logs
  const running = start('icecast2', ['-c', config]);
  await answering(port);
  const source = pushOpus(folder, port);
  await mounted(port);
  return {
    name: 'icecast',
    running,
    port,
    listener: { kind: 'http', path: MOUNT },
    sendChunk: () => {},
    async stop() {
      await source.stop();
      await running.stop();
    },
  };
}

async function mqttServer(
  name: 'embedded' | 'mosquitto',
  running: Running,
  port: number,
): Promise<Server> {
  const publisher = await publisherAt(port);
  return {
    name,
    running,
    port,
    listener: { kind: 'mqtt', path: STREAM_TOPIC },
    sendChunk(seq) {
      const payload = Buffer.alloc(CHUNK_PAYLOAD_BYTES, seq);
      const chunk = {
        seq,
        startMs: seq * CHUNK_SECONDS * 1_000,
        last: false,
        repair: false,
        payload,
      };
      publisher.write(publishPacket(STREAM_TOPIC, encodeFrame(STREAM, chunk)));
    },
    async stop() {
      publisher.destroy();
      await running.stop();
    },
  };
}

function publisherAt(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.write(connectPacket(SERVICE_USER, 0));
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', () => resolve(socket.resume()));
  });
}

/** Real Ogg Opus at 24 kbit/s in real time, noise so that every packet is full. */
function pushOpus(folder: string, port: number): Running {
  const file = join(folder, 'source.opus');
  const noise = 'anoisesrc=color=pink:duration=600:sample_rate=48000';
  const codec = ['-c:a', 'libopus', '-b:a', '24k', '-vbr', 'off', '-frame_duration', '60'];
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    noise,
    '-ac',
    '1',
    ...codec,
    file,
  ]);
  const to = `icecast://source:${SOURCE_PASSWORD}@127.0.0.1:${port}${MOUNT}`;
  const copy = [
    '-c',
    'copy',
    '-f',
    'ogg',
    '-flush_packets',
    '1',
    '-content_type',
    'application/ogg',
    to,
  ];
  return start('ffmpeg', ['-v', 'error', '-re', '-i', file, ...copy]);
}

function icecastConfig(folder: string, port: number): string {
  const root = process.getuid?.() === 0;
  const owner = '<changeowner><user>nobody</user><group>nogroup</group></changeowner>';
  return `<icecast>
  <limits><clients>2000</clients><sources>2</sources><burst-on-connect>0</burst-on-connect></limits>
  <authentication><source-password>${SOURCE_PASSWORD}</source-password><admin-user>admin</admin-user><admin-password>${SOURCE_PASSWORD}</admin-password></authentication>
  <hostname>127.0.0.1</hostname>
  <listen-socket><port>${port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
  <paths><basedir>/usr/share/icecast2</basedir><logdir>${folder}</logdir><webroot>/usr/share/icecast2/web</webroot><adminroot>/usr/share/icecast2/admin</adminroot></paths>
  <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>1</loglevel></logging>
  <security><chroot>0</chroot>${root ? owner : ''}</security>
</icecast>\n`;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    }),
  );
}

/** Ten seconds is an age for any of them on loopback. */
const START_TRIES = 100;

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return;
    await pause(100);
  }
  throw new Error(`nothing listens at port ${port}`);
}

async function mounted(port: number): Promise<void> {
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}${MOUNT}`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error('the source never reached Icecast');
}
