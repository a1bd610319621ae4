// `npm run speaker` that cannot start: it says why in two languages and ends, whatever was begun.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { programOf } from '../../program.ts';
import { bodies } from '../protocol/bodies.ts';
import { newFolder } from './speaker.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Far above what a start takes here; without an end of its own the command is killed and has no status. */
const LIMIT_MS = 30_000;
const { speakerId } = bodies.enrolment;

/** Where a technician stands: the enrolment, a file that is no folder, a state with a damaged key. */
function stand(): string {
  const folder = newFolder();
  writeFileSync(join(folder, 'e.json'), JSON.stringify(bodies.enrolment));
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'damaged'));
  writeFileSync(join(folder, 'damaged', 'unit.key'), '');
  return folder;
}

test.each([
  ['a state folder inside a file', ['--state', 'file/x'], 'Không ghi được vào thư mục trạng thái'],
  ['a damaged key', ['--state', 'damaged'], 'bị hỏng'],
  ['an address that is no broker', ['--broker', 'http://h'], 'http://h'],
  ['a WAV in no folder', ['--sink', 'wav:gone/a.wav'], 'Không ghi được tệp'],
  ['the id of another', ['--id', 'loa-khac'], 'tệp ghi danh là của'],
])(
  '%s is said, and the command ends',
  (_name, more, words) => {
    const folder = stand();
    const given = ['--id', speakerId, '--sink', 'null', '--enrolment', 'e.json', ...more];
    const { status, stderr } = spawnSync(
      process.execPath,
      [...programOf('devices/agent/main'), ...given],
      { cwd: root, env: { ...process.env, INIT_CWD: folder }, encoding: 'utf8', timeout: LIMIT_MS },
    );
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  },
  60_000,
);
