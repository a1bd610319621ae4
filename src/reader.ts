// The rooms of reading and intake behind the services' port: scripts remembered, errors as AppError.
// It must never hold a rule of reading: only join what is asked to what the rooms offer.
import { theLexicon } from '../audio/lexicon.ts';
import {
  decodeText,
  differencesOf,
  type Known,
  likeness,
  ON_AIR,
  readLegalText,
  relationOf,
} from '../audio/reading/index.ts';
import { wrongEntry, wrongWords } from './reader-checks.ts';
import { builtInEntries } from './reader-lexicon.ts';
import { rememberScripts } from './reader-memory.ts';
import { asReadScript, type OrderedScript } from './reader-script.ts';
import { adapted } from './room-errors.ts';
import type { Reader } from './services/reader-port.ts';

export function makeReader(): Reader {
  const lexicon = theLexicon();
  const read = rememberScripts((text, order) =>
    adapted(() => ({ text, order, script: readLegalText(text, { lexicon, ...order }) })),
  );
  const whole = rememberWhole(asReadScript);
  return {
    decode: (bytes, name) => adapted(() => decodeText(bytes, name).text),
    take: async ({ bytes, name }) => {
      const { text, encoding } = adapted(() => decodeText(bytes, name));
      const container = 'txt';
      return { text, encoding, container, pages: [], ocr: null, signatures: [], notes: [] };
    },
    read: (text, order) => whole(read(text, order)),
    script: async (text, order) => whole(read(text, order)),
    digest: async () => [],
    programmes: async () => [],
    profile: ON_AIR,
    lexicon: builtInEntries,
    checkEntry: wrongEntry,
    checkWords: wrongWords,
    relation(one, other) {
      const relation = relationOf(one as Known, other as Known);
      const share = likeness((one as Known).sketch, (other as Known).sketch);
      return relation && { relation, share };
    },
    differences: async (here, there) => differencesOf(here, there),
  };
}

/** What is told of a script is worked out once, and forgotten with it. */
function rememberWhole<T>(tell: (script: OrderedScript) => T): (script: OrderedScript) => T {
  const kept = new WeakMap<OrderedScript, T>();
  return (script) => {
    const told = kept.get(script) ?? tell(script);
    kept.set(script, told);
    return told;
  };
}
