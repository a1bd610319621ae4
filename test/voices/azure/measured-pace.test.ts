import { expect, test } from 'vitest';
import { percentFor } from '../../../audio/voices/azure/pace.ts';
import { measuredPace } from '../../bench/sound/azure-pace.ts';
import { KEY, startSpeechServer } from './server.ts';

test('the pace of a voice is measured by asking for each rate, and the driver then asks for it', async () => {
  const server = await startSpeechServer();
  const sentences = ['một hai ba bốn năm sáu bảy tám chín mười', 'một hai ba bốn năm, sáu bảy tám'];
  const table = await measuredPace({
    azure: { key: KEY, endpoint: server.endpoint },
    voiceName: 'vi-VN-NamMinhNeural',
    percents: [-20, 0, 40],
    sentences,
  });
  await server.close();
  // the service of the tests says 205 syllables a minute by itself
  expect(
    table.map(([percent, pace]) => [percent, Math.abs(pace - 205 * (1 + percent / 100)) < 4]),
  ).toEqual([
    [-20, true],
    [0, true],
    [40, true],
  ]);
  expect(server.letters).toHaveLength(6);
  expect(percentFor(table[2]?.[1] ?? 0, table)).toBe(40);
});
