// Is this a possible Vietnamese syllable? Onset, rime and tone, nothing of meaning.
// It must never know a word list: a wrong but possible syllable passes.
import { decomposed } from './composed.ts';

const ONSET = 'ngh|ng|nh|kh|gh|gi|ch|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';
const RIMES = (
  'a ai ao au ay am an ang anh ap at ac ach ak ăm ăn ăng ăp ăt ăc ăk âm ân âng âp ât âc âu ây ' +
  'e em en eng ep et ec eo ê êm ên ênh êng êp êt êch êu i im in inh ip it ich iu ia iêm iên iêng iêp iêt iêc iêu ' +
  'o om on ong op ot oc ok oi oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oen oeo oet oong ooc ' +
  'ô ôm ôn ông ôp ôt ôc ôi ôông ơ ơm ơn ơp ơt ơi ' +
  'u um un ung up ut uc uk ui ua uôm uôn uông uôt uôc uôi uân uâng uât uây uê uên uênh uêch uơ uy uya uyu uyn uynh uyt uych uyp uyên uyêt ' +
  'ư ưng ưt ưc ưi ưu ưm ưn ưa ươm ươn ương ươp ươt ươc ươi ươu y yt ynh ych yn yêm yên yêng yêt yêu'
).split(' ');
const SHAPE = new RegExp(`^(?:${ONSET})?(?:${RIMES.join('|')})$`, 'u');
/** Spelling's own rule: ngh and gh only before e ê i, ng c g never before them. */
const MISSPELT = /^(?:(?:ngh|gh)[^ieê]|(?:ng|c)[ieêy]|g[eê])/u;
const STOPPED = /(?:p|t|c|ch|k)$/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A document has some hundred different words and asks for each of them a dozen times. */
const known = new Map<string, boolean>();
/** All syllables Vietnamese has are fewer than 20,000; a flood of other words begins anew and holds no more than 2 MB. */
const MAX_KNOWN = 20_000;
const MAX_LETTERS = 8;

export function isVietnameseSyllable(word: string): boolean {
  const before = known.get(word);
  if (before !== undefined) return before;
  const is = isSyllable(word);
  if (word.length > MAX_LETTERS) return is;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(word, is);
  return is;
}

function isSyllable(word: string): boolean {
  const nfd = decomposed(word.toLowerCase());
  const tones = nfd.match(TONE) ?? [];
  if (tones.length > 1) return false;
  const bare = nfd.replace(TONE, '').normalize('NFC');
  if (!SHAPE.test(bare) || MISSPELT.test(bare)) return false;
  if (!STOPPED.test(bare)) return true;
  // A stopped syllable (học, tập) carries sắc or nặng; names such as "Đắk" keep the rule, loans do not.
  return tones[0] === '\u0301' || tones[0] === '\u0323';
}

/** True where the word bears a mark only Vietnamese writes (any tone, ă â ê ô ơ ư đ). */
export function isAccented(word: string): boolean {
  return /[\u0300-\u0323\u031b\u0302\u0306đ]/u.test(decomposed(word.toLowerCase()));
}
