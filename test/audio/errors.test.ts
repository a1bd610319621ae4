// Errors of the sound rooms: every one says in two languages what to do.
// It must never know where they are thrown.
import { expect, test } from 'vitest';
import { diskError, SoundError } from '../../audio/errors.ts';

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'disk-failed'],
  ['EACCES', 'disk-failed'],
])('%s is %s', (code, expected) => {
  const cause = Object.assign(new Error(code), { code });
  expect(diskError(cause)).toMatchObject({ code: expected, fault: 'world', cause });
});

test('an error that was explained already stays as it is', () => {
  const explained = new SoundError('stopped');
  expect(diskError(explained)).toBe(explained);
});

test.each([null, undefined, 'text', 7])('even %s thrown is explained', (thrown) => {
  expect(diskError(thrown).code).toBe('disk-failed');
});

test('the message for the log names the code and the cause', () => {
  expect(new SoundError('ffmpeg-failed', new Error('no libopus')).message).toMatch(
    /^ffmpeg-failed: .*\(no libopus\)$/,
  );
});
