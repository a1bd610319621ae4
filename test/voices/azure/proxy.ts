// A proxy of an office on this machine: CONNECT only, with a password when one is wanted.
// It must never know what goes through it.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export type OfficeProxy = {
  port: number;
  asked: string[];
  open(): number;
  close(): Promise<void>;
};

/** `hangs`: it takes the call and never answers */
export async function startProxy(wanted: {
  login?: string;
  hangs?: boolean;
}): Promise<OfficeProxy> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createServer();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket) => {
    asked.push(String(request.url));
    client.on('error', () => client.destroy()).on('end', () => client.end());
    client.resume();
    if (wanted.hangs) return;
    const login = `Basic ${Buffer.from(wanted.login ?? '').toString('base64')}`;
    if (wanted.login !== undefined && request.headers['proxy-authorization'] !== login) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    const [host, port] = String(request.url).split(':');
    const onward = connect(Number(port), host);
    sockets.add(onward);
    onward.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => onward.destroy());
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    client.pipe(onward).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
