// A process that makes a clip with a voice of tones and says each part it coded, to be killed while it does.
// It must never know what its killer looks at.
import { produceClip } from '../../audio/produce.ts';
import { toneOrder } from './tone.ts';

const [clipsDir = ''] = process.argv.slice(2);
const { order } = toneOrder(clipsDir);
await produceClip({
  ...order,
  onProgress: ({ step, done }) => process.stdout.write(`${JSON.stringify({ step, done })}\n`),
});
