// What a technician types and carries: every mistake is said in Vietnamese and English.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readEnrolment, trustedKeys } from '../../../devices/agent/enrolment.ts';
import { messageOf, SpeakerError } from '../../../devices/agent/errors.ts';
import { makeLink } from '../../../devices/agent/link.ts';
import { makeLog } from '../../../devices/agent/log.ts';
import { parseOptions, resolvePaths } from '../../../devices/agent/options.ts';
import { programOf } from '../../program.ts';
import { bodies, testSigner } from '../protocol/bodies.ts';
import { newFolder } from './speaker.ts';

const good = ['--id', 'loa-1', '--sink', 'null'];

test('what is not said has a default', () => {
  expect(parseOptions(good)).toEqual({
    id: 'loa-1',
    broker: null,
    sink: 'null',
    enrolment: './loa-1.enrolment.json',
    state: './loa-1.state',
    speed: 1,
  });
});

test('everything can be said', () => {
  const all = ['--broker', 'mqtt://h', '--enrolment', 'e.json', '--state', 's', '--speed', '8'];
  expect(parseOptions([...good, ...all])).toMatchObject({
    broker: 'mqtt://h',
    enrolment: 'e.json',
    state: 's',
    speed: 8,
  });
});

test.each([
  ['wav:a.wav', 'wav:/home/ba/a.wav'],
  ['wav:/tmp/a.wav', 'wav:/tmp/a.wav'],
  ['alsa', 'alsa'],
])('from where the person stood, --sink %s is %s', (sink, resolved) => {
  const options = parseOptions(['--id', 'loa-1', '--sink', sink, '--state', '/var/s']);
  expect(resolvePaths(options, '/home/ba')).toMatchObject({
    enrolment: '/home/ba/loa-1.enrolment.json',
    state: '/var/s',
    sink: resolved,
  });
});

test.each([
  [['--sink', 'null'], '--id'],
  [['--id', 'Loa 1', '--sink', 'null'], '--id'],
  [['--id', 'loa-1'], '--sink'],
  [['--id', 'loa-1', '--sink', 'wav:'], '--sink'],
  [[...good, '--speed', '0'], '--speed'],
  [[...good, '--speed', 'fast'], '--speed'],
  [[...good, '--volume', '11'], 'speaker'],
])('%j is refused by name', (words, option) => {
  try {
    parseOptions(words);
    expect.unreachable();
  } catch (error) {
    const { say, fault } = error as SpeakerError;
    expect(fault).toBe('caller');
    expect(say.vi).toContain(option);
    expect(say.en).toContain(option);
  }
});

test('an enrolment is read, checked, and its keys trusted', () => {
  const path = join(newFolder(), 'e.json');
  writeFileSync(path, JSON.stringify(bodies.enrolment));
  const enrolment = readEnrolment(path);
  expect(enrolment).toEqual(bodies.enrolment);
  const trusted = trustedKeys(enrolment);
  expect(trusted(testSigner.keyId)?.asymmetricKeyType).toBe('ed25519');
  expect(trusted('0000000000000000')).toBeNull();
  writeFileSync(path, JSON.stringify({ ...bodies.enrolment, keys: [] }));
  expect(() => readEnrolment(path)).toThrow(/keys/);
  expect(() => readEnrolment('/no/such/file')).toThrow(/cannot be read/);
});

test.each(['', 'mqtt:/host', 'http://host', 'mqtt://', 'host:1883'])('%j is no broker', (url) => {
  const will = { topic: 't', bytes: () => Buffer.alloc(0) };
  const hears = { message: () => {}, connectedNow: () => {}, goneNow: () => {} };
  const log = makeLog('silent');
  const names = { url, clientId: 'a', username: 'a', password: 'b', will, log };
  expect(() => makeLink({ ...names, ...hears })).toThrow(SpeakerError);
});

test('the log is quiet when asked, and info when asked nonsense', () => {
  expect((makeLog('silent') as { level?: string }).level).toBe('silent');
  expect((makeLog('loud') as { level?: string }).level).toBe('info');
  expect((makeLog(undefined) as { level?: string }).level).toBe('info');
  expect(messageOf('words')).toBe('words');
});

test('the command says what is wrong in both languages and ends with 2', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const words = [...programOf('devices/agent/main'), '--id', 'loa-9', '--sink', 'null'];
  const stood = newFolder();
  const env = { ...process.env, INIT_CWD: stood };
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toContain(`Không đọc được tệp ghi danh ${join(stood, 'loa-9.enrolment.json')}`);
  expect(stderr).toContain('cannot be read');
});
