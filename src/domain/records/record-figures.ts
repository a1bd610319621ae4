// The figures owed to the Justice department: legal texts heard on commune radio, and how many people could hear.
// It must never know rows or sheets; how each figure is made is printed beside it.
import type { AreaTree } from '../areas.ts';
import { VIETNAMESE } from '../languages.ts';
import type { Area } from '../model.ts';
import { minutesOf } from './record-log.ts';
import type { Setting } from './record-model.ts';

/** What rows say of a span, of airings made from legal documents. */
export type LegalSums = {
  airings: number;
  /** which, each once */
  documents: readonly string[];
  durationMs: number;
  /** ISO 639-3 */
  byLanguage: readonly { language: string; airings: number }[];
  /** villages where at least one speaker played one of them whole, at least once */
  heardAreaIds: readonly string[];
};
export type FigureField =
  | 'airings'
  | 'documents'
  | 'minutes'
  | 'languageVie'
  | 'languageOther'
  | 'reachUrban'
  | 'reachRural'
  | 'reachUnknown'
  | 'shareUrban'
  | 'shareRural'
  | 'villages'
  | 'unknownVillages';
export type Figures = Readonly<Record<FigureField, number | null>>;

/** Of two spans, or of two places: what was counted in both is counted once. */
export function bothSums(one: LegalSums, other: LegalSums): LegalSums {
  const byLanguage = new Map(one.byLanguage.map(({ language, airings }) => [language, airings]));
  for (const { language, airings } of other.byLanguage)
    byLanguage.set(language, (byLanguage.get(language) ?? 0) + airings);
  return {
    airings: one.airings + other.airings,
    durationMs: one.durationMs + other.durationMs,
    documents: [...new Set([...one.documents, ...other.documents])],
    byLanguage: [...byLanguage].map(([language, airings]) => ({ language, airings })),
    heardAreaIds: [...new Set([...one.heardAreaIds, ...other.heardAreaIds])],
  };
}

/**
 * Trong vùng nghe: the people of a village count once, when one of its speakers played one airing from
 * beginning to end. Whoever lives where no population is written down is counted nowhere, and said so.
 */
export function figuresOf(of: {
  sums: LegalSums;
  tree: AreaTree;
  /** every village of the places asked about */
  villages: readonly Area[];
}): Figures {
  const { sums, tree, villages } = of;
  const heard = new Set(sums.heardAreaIds.flatMap((id) => villageOf(tree, id)?.id ?? []));
  const people = (setting: Setting | null, only?: ReadonlySet<string>) =>
    villages
      .filter(({ id }) => settingOf(tree, id) === setting && (only?.has(id) ?? true))
      .reduce((total, { population }) => total + (population ?? 0), 0);
  const share = (setting: Setting) => {
    const all = people(setting);
    return all === 0 ? null : Math.round((people(setting, heard) / all) * 1_000) / 10;
  };
  const inVie = sums.byLanguage.find(({ language }) => language === VIETNAMESE)?.airings ?? 0;
  const known = villages.filter(({ id }) => heard.has(id));
  return {
    ...{
      airings: sums.airings,
      documents: sums.documents.length,
      minutes: minutesOf(sums.durationMs),
    },
    ...{ languageVie: inVie, languageOther: sums.airings - inVie },
    reachUrban: people('urban', heard),
    reachRural: people('rural', heard),
    reachUnknown: people(null, heard),
    shareUrban: share('urban'),
    shareRural: share('rural'),
    villages: known.length,
    unknownVillages: known.filter(({ population }) => population === null).length,
  };
}

/** A group of speakers counts for the village it lies in; one right under a commune for no village. */
function villageOf(tree: AreaTree, areaId: string): Area | null {
  return tree.upwards(areaId).find(({ kind }) => kind === 'village') ?? null;
}

/** Its own word, else that of what it lies in; a ward (phường) is urban without saying so. */
export function settingOf(tree: AreaTree, areaId: string): Setting | null {
  for (const { setting, kind, name } of tree.upwards(areaId)) {
    if (setting) return setting;
    if (kind === 'commune' && /^Phường /u.test(name)) return 'urban';
  }
  return null;
}
