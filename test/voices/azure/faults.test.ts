import { expect, test } from 'vitest';
import { faultOf, SAID, withoutSecrets } from '../../../audio/voices/azure/faults.ts';
import { retryAfter } from '../../../audio/voices/azure/wire.ts';

const fault = (said: string, status: number | null = null, retryAfterMs: number | null = null) =>
  faultOf({ said, status, retryAfterMs });
const refusedWith = (status: number) =>
  `Unable to contact server. StatusCode: 1006, wss://x Reason:  Unexpected server response: ${status}`;

/** The sentences are the SDK's and the service's own, as people met them. */
test.each([
  [refusedWith(429), 'voice-throttled', true],
  [
    'The request is throttled because you have exceeded the concurrent request limit allowed for your sub websocket error code: 4429',
    'voice-throttled',
    true,
  ],
  ['Throttled due to too many requests websocket error code: 1007', 'voice-throttled', true],
  [
    'Status(StatusCode="ResourceExhausted", Detail="the duration of the data sent in mts.v1.InputChannel websocket error code: 1013',
    'voice-throttled',
    true,
  ],
  ['Quota exceeded. websocket error code: 1007', 'voice-quota', false],
  [
    'Out of call volume quota. Quota will be replenished in 12.13:40:00. websocket error code: 1006',
    'voice-quota',
    false,
  ],
  [refusedWith(401), 'voice-key', false],
  [refusedWith(403), 'voice-key', false],
  [
    'Access denied due to invalid subscription key or wrong API endpoint. websocket error code: 1007',
    'voice-key',
    false,
  ],
  ['Unsupported voice vi-VN-NobodyNeural. websocket error code: 1007', 'voice-unknown', false],
  [
    'Starting September 1st, 2021 standard voices will no longer be supported for new users. websocket error code: 1007',
    'voice-unknown',
    false,
  ],
  ['SSML is invalid websocket error code: 1007', 'voice-failed', false],
  [refusedWith(400), 'voice-failed', false],
  [' websocket error code: 1009', 'voice-failed', false],
  [' websocket error code: 1011', 'voice-failed', true],
  [refusedWith(404), 'voice-unreachable', false],
  [refusedWith(407), 'voice-unreachable', false],
  [refusedWith(503), 'voice-unreachable', true],
  [' websocket error code: 1006', 'voice-unreachable', true],
  ['Connection closed. 1000', 'voice-unreachable', true],
  [
    'Unable to contact server. StatusCode: 1006, wss://x Reason:  connect ECONNREFUSED 127.0.0.1:9',
    'voice-unreachable',
    true,
  ],
  [
    'Unable to contact server. StatusCode: 1006, wss://x Reason:  getaddrinfo ENOTFOUND x',
    'voice-unreachable',
    true,
  ],
  [
    'Unable to contact server. StatusCode: 1006, wss://x Reason:  unable to verify the first certificate',
    'voice-unreachable',
    false,
  ],
  ['Cannot send on connection that is in Disconnected state', 'voice-unreachable', true],
  [SAID.silent, 'voice-slow', true],
  [SAID.short, 'voice-failed', true],
  [SAID.tooLong, 'voice-failed', false],
  ['something nobody has seen yet', 'voice-failed', true],
])('%s → %s, again: %s', (said, code, again) => {
  expect(fault(said)).toMatchObject({ code, again });
});

test('what the wire itself saw goes with what was said', () => {
  expect(fault('Unable to contact server. StatusCode: 1006', 401).code).toBe('voice-key');
  expect(fault('Unable to contact server. StatusCode: 1006', 429, 3_000)).toMatchObject({
    code: 'voice-throttled',
    retryAfterMs: 3_000,
  });
});

test('403 with a time to come back is a used-up quota, without one a refused key', () => {
  expect(fault(refusedWith(403), 403, 3_600_000)).toMatchObject({
    code: 'voice-quota',
    again: false,
  });
  expect(fault(refusedWith(403), 403).code).toBe('voice-key');
});

test.each([
  ['2', 2_000],
  [' 120 ', 120_000],
  ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After %j is %s ms', (header, ms) => {
  expect(retryAfter(header, Date.parse('2026-11-22T10:00:00Z'))).toBe(ms);
});

test('an error carries no key, no password, no query and no path of the machine', () => {
  const said =
    'failed wss://x/tts?Ocp-Apim-Subscription-Key=s3cr%2Ft+key with s3cr/t+key by p@ss\n at /home/x/y.js:1';
  expect(withoutSecrets(said, ['s3cr/t+key', 'p@ss', ''])).toBe('failed wss://x/tts?… with … by …');
  expect(withoutSecrets('x'.repeat(5_000), [])).toHaveLength(300);
});
