// A process with nothing but the service's embedded broker, so that its cost can be read by itself.
// It must never know the rest of the service.
import { makeBroker } from '../../../src/mqtt/broker.ts';
import { makeGate } from '../../../src/mqtt/gate.ts';

const log = { info: () => {}, warn: () => {}, error: console.error };
const gate = makeGate({
  serviceSecret: 'bench',
  rightsOf: (siteId) => ({ siteId, secretHash: '', areas: ['bench'], tenants: ['bench'] }),
});
const broker = await makeBroker({
  host: '127.0.0.1',
  port: 0,
  // a thousand password hashes belong to joining, not to listening; every chunk is still checked
  gate: { ...gate, admits: () => true },
  log,
  refused: (username) => console.error(`refused ${username}`),
});
console.log(JSON.stringify({ event: 'ready', port: await broker.start() }));
process.stdin.on('end', () => process.exit(0)).resume();
