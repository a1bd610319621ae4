import { expect, test } from 'vitest';
import { createEspeakVoice } from '../../audio/voices/espeak.ts';
test('speaks', async () => {
  const v = createEspeakVoice();
  expect((await v.speak('Xin chào.', { syllablesPerMinute: 200 })).length).toBeGreaterThan(1000);
  await v.close();
});
