// What a rehearsal costs: tomorrow and a whole week of a province, from occurrences to findings.
// It must never know what is found.
import { occurrencesOf } from '../../../src/domain/airing/occurrences.ts';
import { areaTree } from '../../../src/domain/areas.ts';
import { cellsOf, hearing } from '../../../src/domain/calendar/cells.ts';
import type { SiteState } from '../../../src/domain/rehearsal/rehearsal-model.ts';
import { rehearse } from '../../../src/domain/rehearsal/rehearse.ts';
import { DAY_MS } from '../../../src/domain/vietnam-time.ts';
import { siteHours } from '../../../src/services/rehearsal/foreseen.ts';
import { type Result, rounded } from '../result.ts';
import { MONDAY, makeProvince } from './province.ts';

const WELL: SiteState = {
  ...{ link: 'online', sinceMs: null, hasPolicy: true, clockOff: false, diskFull: false },
  ...{ batteryPercent: null, holds: [] },
};
/** One pole in fifty is silent. */
const stateOf = (siteId: string): SiteState =>
  siteId.endsWith('49') ? { ...WELL, link: 'silent', sinceMs: MONDAY } : WELL;

export function rehearsals(speakers: number): Result[] {
  const province = makeProvince({ seed: 1, speakers });
  return [1, 7].map((days) => {
    const from = performance.now();
    const tree = areaTree(province.areas);
    const cells = cellsOf(province.sites, siteHours(tree, province));
    const span = { fromMs: MONDAY, toMs: MONDAY + days * DAY_MS };
    const occurrences = occurrencesOf(province.facts(span)).map((each) => {
      const { drill = false, title = '' } = province.bulletins.get(each.bulletinId) ?? {};
      return { ...each, drill, title };
    });
    const facts = { occurrences, cells, hear: hearing(tree, cells), stateOf };
    const found = rehearse({ ...facts, peopleOf: () => 75, streamOf: () => null });
    const seconds = (performance.now() - from) / 1_000;
    return {
      ...{ name: `a rehearsal of ${days} days at ${speakers} speakers`, unit: 's' },
      ...{ value: rounded(seconds, 1), aim: '< 10', met: seconds < 10 },
      peer: `${found.pairs} airings × speakers, ${found.findings.length + found.left} findings`,
    };
  });
}
