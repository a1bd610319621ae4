import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('config/deploy/compose.yaml', 'utf8');

/** The lines of one service, without its comments. */
function partOf(service: string): string {
  const found = new RegExp(`^ {2}${service}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(text);
  return (found?.[1] ?? '').replace(/^ *#.*$/gm, '');
}
const volumesOf = (service: string) =>
  [...partOf(service).matchAll(/^ {6}- (\w+):(\S+)$/gm)].map(([, name, path]) => [name, path]);

test('the broker’s container sees who may come in, and never the data folder with its key', () => {
  expect(volumesOf('mosquitto')).toEqual([
    ['doors', '/var/lib/vangxa/mosquitto'],
    ['broker', '/mosquitto/data'],
  ]);
  expect(volumesOf('service')).toEqual([
    ['data', '/var/lib/vangxa'],
    ['doors', '/var/lib/vangxa/mosquitto'],
  ]);
});

test('what the two share is where each looks for it', () => {
  const pidFile = '/var/lib/vangxa/mosquitto/mosquitto.pid';
  expect(partOf('service')).toContain(`VANGXA_MOSQUITTO_PID_FILE: ${pidFile}`);
  expect(partOf('mosquitto')).toContain(`> ${pidFile};`);
});

test('fresh volumes are given to the user of both before either starts', () => {
  const command = partOf('owner').match(/command: \[(.*)\]/)?.[1] ?? '';
  for (const [, path = ''] of volumesOf('owner')) expect(command).toContain(`"${path}"`);
  expect(volumesOf('owner').map(([name]) => name)).toEqual(['data', 'doors', 'broker']);
  for (const service of ['service', 'mosquitto']) {
    expect(partOf(service)).toContain('user: "1883:1883"');
    expect(partOf(service)).toMatch(/owner:\n {8}condition: service_completed_successfully/);
  }
});
