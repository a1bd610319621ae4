// Which villages a notice leaves out until a person chooses: those it does not name; of an emergency, all.
// It must never know how a place is shown, nor choose again once a person has.
import type { Template } from '../../../http/schemas/notice.ts';
import { find } from '../../area-tree.ts';
import type { Places } from '../../places.ts';
import type { Kept, Slots } from './draft.ts';

/** What stands before a village's own name, as villagers and forms write it; with its marks gone. */
const KINDS = 'to dan pho|tieu khu|khu pho|tdp|thon|ban|xom|ap|buon|lang|khu|to';
const KIND = new RegExp(`^(?:${KINDS}) `);

type Of = {
  kept: Kept;
  template: Pick<Template, 'slots'>;
  urgent: boolean;
  places: Pick<Places, 'nodes'>;
  areaId: string;
};

export function leftOut({ kept, template, urgent, places, areaId }: Of): readonly string[] {
  if (kept.without !== null) return kept.without;
  const villages = (find(places.nodes, areaId)?.children ?? []).filter(
    ({ speakers }) => speakers > 0,
  );
  const all = villages.map(({ area }) => area.id);
  // what forces its volume on a village is sent to those a person names, not to those nobody unticked
  if (urgent) return all;
  const named = namedIn(
    template.slots.filter(({ kind }) => kind === 'place').map(({ name }) => name),
    kept.slots,
    villages.map(({ area }) => area),
  );
  return named.size === 0 ? [] : all.filter((id) => !named.has(id));
}

type Village = { id: string; name: string };

function namedIn(
  slots: readonly string[],
  values: Slots,
  villages: readonly Village[],
): ReadonlySet<string> {
  const text = slots.map((slot) => bare(values[slot] ?? '')).join(' | ');
  const hits = villages.flatMap(({ id, name }) =>
    [...text.matchAll(patternOf(bare(name)))].map((hit) => ({
      ...{ id, from: hit.index, to: hit.index + hit[0].length },
    })),
  );
  // "bản Hua Nà" is not "bản Nà" as well: the longer name takes the words
  const longest = hits.filter(
    (one) =>
      !hits.some(
        (other) =>
          other.to - other.from > one.to - one.from && other.from < one.to && one.from < other.to,
      ),
  );
  return new Set(longest.map(({ id }) => id));
}

/** With its kind anywhere; without it only a name of several words, or one that stands alone ("Mòng", not "nhà văn hóa"). */
function patternOf(village: string): RegExp {
  const name = village.replace(KIND, '');
  const alone = name.includes(' ')
    ? `(?<![a-z0-9])${name}(?![a-z0-9])`
    : `(?:^|(?<=\\| ))${name}(?= \\||$)`;
  return new RegExp(`(?<![a-z0-9])(?:${KINDS}) ${name}(?![a-z0-9])|${alone}`, 'g');
}

/** "Bản Mòng" and "ban mong" are one village to whoever types on a phone. Only letters, digits, blanks remain. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('\u0111', 'd') // đ does not decompose
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
