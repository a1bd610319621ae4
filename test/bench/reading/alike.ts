// Near-duplicates in the corpus: the signed decision finds its draft, and nothing else is taken for anything.
// It must never know how likeness is computed.
import {
  differencesOf,
  knownOf,
  LIKE,
  likeness,
  relationOf,
} from '../../../audio/reading/index.ts';
import { CORPUS, corpusText, read } from '../../reading/shared.ts';
import { type Result, rounded } from '../result.ts';
import { hasDesign, row } from './design.ts';

type Pair = { relation: string | null; likeness: number; names: string };

export function alike(): Result[] {
  const pairs = hasDesign ? pairsOf() : [];
  return [
    row(
      {
        name: 'signed decision and its draft',
        unit: 'of the text',
        aim: `≥ ${LIKE}, "signed version of"`,
      },
      () => {
        const found = pairs.filter(({ relation }) => relation !== null);
        const [one] = found;
        const met = found.length === 1 && one?.relation === 'signed-version-of';
        return {
          value: rounded(one?.likeness ?? 0),
          met,
          note: `${one?.names}; found ${found.length} of 1`,
        };
      },
    ),
    row({ name: 'most alike of all others', unit: 'of the text', aim: `< ${LIKE}` }, () => {
      const others = pairs.filter(({ relation }) => relation === null);
      const most = others.reduce((best, one) => (one.likeness > best.likeness ? one : best));
      return {
        value: rounded(most.likeness),
        met: most.likeness < LIKE,
        note: `${most.names}, of ${others.length} pairs`,
      };
    }),
    row({ name: 'what differs, gazette beside a plan', unit: 'ms', aim: 'none set' }, () => {
      const [gazette, plan] = [corpusText(CORPUS[2]), corpusText(CORPUS[0])];
      differencesOf(gazette, plan);
      const began = performance.now();
      differencesOf(gazette, plan);
      return {
        value: rounded(performance.now() - began, 0),
        met: true,
        note: `${gazette.length} characters beside ${plan.length}`,
      };
    }),
  ];
}

/** Every document of the corpus with every later one, the issued one first. */
function pairsOf(): Pair[] {
  const known = CORPUS.flatMap((name) => knownOf(read(corpusText(name)), corpusText(name)));
  known.sort(
    (one, other) => Number(other.facts.number !== null) - Number(one.facts.number !== null),
  );
  return known.flatMap((one, at) =>
    known.slice(at + 1).map((other) => ({
      relation: relationOf(one, other),
      likeness: likeness(one.sketch, other.sketch),
      names: `${one.facts.number} and ${other.facts.number ?? 'an unsigned plan'}`,
    })),
  );
}
