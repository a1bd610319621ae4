// A process of raw listeners: so many sockets that take what comes and count bytes, nothing else.
// It must never know what the bytes are.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { CONNACK_BYTES, connectPacket, PING, SUBACK_BYTES, subscribePacket } from './bytes.ts';

const [kind = 'mqtt', port = '0', count = '1', path = ''] = process.argv.slice(2);
/** As loudspeakers do (devices/PROTOCOL.md): the broker pays for these too. */
const KEEP_ALIVE_SECONDS = 60;

const received: number[] = [];
const greeted: Promise<void>[] = [];
// One connection after the other: Icecast's listen queue holds five, a sixth waits for seconds.
for (let index = 0; index < Number(count); index += 1) {
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', fail);
  await once(socket, 'connect');
  socket.on('close', () =>
    fail(new Error(`${kind} listener ${index} was cut off after ${received[index]} bytes`)),
  );
  greeted.push(kind === 'mqtt' ? listenMqtt(socket, index) : listenHttp(socket, index));
}
await Promise.all(greeted);
console.log(JSON.stringify({ event: 'ready' }));
process.stdin.on('data', () => {
  console.log(JSON.stringify({ event: 'count', bytes: received }));
});
process.stdin.on('end', () => process.exit(0));

function listenMqtt(socket: Socket, index: number): Promise<void> {
  socket.write(connectPacket(`listener-${index}`, KEEP_ALIVE_SECONDS));
  socket.write(subscribePacket(path));
  let greeting = 0;
  // spread over the period, as loudspeakers that were switched on at different times
  setTimeout(
    () => {
      socket.write(PING);
      setInterval(() => socket.write(PING), KEEP_ALIVE_SECONDS * 1_000);
    },
    (KEEP_ALIVE_SECONDS * 1_000 * index) / Number(count),
  );
  return new Promise((resolve) => {
    socket.on('data', (bytes) => {
      received[index] = (received[index] ?? 0) + bytes.length;
      greeting += bytes.length;
      if (greeting >= CONNACK_BYTES + SUBACK_BYTES) resolve();
    });
  });
}

function listenHttp(socket: Socket, index: number): Promise<void> {
  socket.write(`GET ${path} HTTP/1.0\r\nUser-Agent: bench\r\n\r\n`);
  let head = '';
  return new Promise((resolve) => {
    socket.on('data', (bytes) => {
      received[index] = (received[index] ?? 0) + bytes.length;
      if (head.includes('\r\n\r\n')) return;
      head += bytes.toString('latin1');
      if (!head.startsWith('HTTP/1.') || !head.includes(' 200 OK')) fail(new Error(head));
      if (head.includes('\r\n\r\n')) resolve();
    });
  });
}

function fail(error: Error): void {
  console.error(error.message);
  process.exit(1);
}
