// A clip that is cut to a length and still ends with its last words: the mark of machine voices is never what is cut off.
// It must never know what the last words say.
import { type ProducedClip, type ProduceOrder, produceClip } from './produce.ts';

/** The mark is a short sentence: with its rest, at an unhurried pace, so long at most. */
const LAST_WORDS_MS = 4_000;
/** The second try fits but where a voice is very slow. */
const MAX_TRIES = 4;

/**
 * What was said in a try is kept, so that another costs the coding of its last half minute.
 * Where nothing fits, the clip is a breath longer than asked rather than without its last words.
 */
export async function produceEndingWith(order: ProduceOrder): Promise<ProducedClip> {
  const whole = await produceClip(order);
  const last = order.sentences.at(-1) ?? '';
  if (order.maxSeconds === null || endsWith(whole, last)) return whole;
  const allowedMs = order.maxSeconds * 1_000 - LAST_WORDS_MS;
  const fitting = whole.sentences.filter(({ endMs }) => endMs <= allowedMs).length;
  for (let tries = 0; tries < MAX_TRIES && fitting - tries > 1; tries += 1) {
    const clip = await produceClip(upTo(order, fitting - tries));
    if (endsWith(clip, last)) return clip;
  }
  return produceClip({ ...upTo(order, 1), maxSeconds: null });
}

const endsWith = ({ sentences }: ProducedClip, last: string): boolean =>
  sentences.at(-1)?.words === last;

/** So many that sound, and the last. */
function upTo(order: ProduceOrder, count: number): ProduceOrder {
  const { sentences, speakers } = order;
  const spoken = [...sentences.keys()].filter((at) => /[\p{L}\p{N}]/u.test(sentences[at] ?? ''));
  const taken = [...spoken.slice(0, count), sentences.length - 1];
  const cut = { ...order, sentences: taken.map((at) => sentences[at] ?? '') };
  return speakers ? { ...cut, speakers: taken.map((at) => speakers[at] ?? 'first') } : cut;
}
