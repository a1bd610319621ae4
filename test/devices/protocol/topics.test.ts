// Topics: what is made can be taken apart, and nothing else can.
import { expect, test } from 'vitest';
import { parseTopic, SLUG, topics } from '../../../devices/protocol/index.ts';

test.each<[string, object]>([
  [topics.speakerOrder('loa-1'), { kind: 'speakerOrder', speakerId: 'loa-1' }],
  [topics.speakerTime('loa-1'), { kind: 'speakerTime', speakerId: 'loa-1' }],
  [topics.areaOrder('xa-na-co'), { kind: 'areaOrder', areaCode: 'xa-na-co' }],
  [topics.stream('xa-na-co', 's1'), { kind: 'stream', tenant: 'xa-na-co', streamId: 's1' }],
  [topics.everyStream('xa-na-co'), { kind: 'stream', tenant: 'xa-na-co', streamId: '+' }],
  ...(['status', 'receipt', 'repair', 'clock'] as const).map((report): [string, object] => [
    topics.report('loa-1', report),
    { kind: 'report', speakerId: 'loa-1', report },
  ]),
])('%s is taken apart', (topic, parsed) => {
  expect(parseTopic(topic)).toEqual(parsed);
});

test('the service hears every report of a kind', () => {
  expect(topics.everyReport('receipt')).toBe('vangxa/v1/speaker/+/receipt');
});

test.each([
  '',
  'vangxa',
  'vangxa/v1',
  'vangxa/v1/speaker',
  'vangxa/v1/speaker/loa-1',
  'vangxa/v1/speaker//order',
  'vangxa/v1/speaker/loa-1/order/x',
  'vangxa/v1/speaker/loa-1/telemetry',
  'vangxa/v1/area/xa/status',
  'vangxa/v1/weather/xa/order',
  'vangxa/v2/speaker/loa-1/order',
  'other/v1/speaker/loa-1/order',
])('%j is none of ours', (topic) => {
  expect(parseTopic(topic)).toBeNull();
});

test.each([
  ['loa-1', true],
  ['xa-na-co-2026', true],
  ['Loa', false],
  ['loa--1', false],
  ['-loa', false],
  ['loa/1', false],
  ['loa+', false],
  ['#', false],
  ['', false],
])('%j may stand in a topic: %s', (slug, may) => {
  expect(SLUG.test(slug)).toBe(may);
});
