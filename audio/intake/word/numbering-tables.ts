// Word's numbering part as tables: plans of nine levels, and the numbers that follow them.
// It must never know a document's paragraphs.
import { readTags } from '../markup/tags.ts';

export type Level = { start: number; format: string; pattern: string; style: string | null };
export type Plan = {
  levels: (Level | undefined)[];
  styleLink: string | null;
  numStyleLink: string | null;
};
/** `own` and `starts`: what this number says otherwise than its plan. */
export type Num = { plan: string; starts: Map<number, number>; own: (Level | undefined)[] };
export type NumberingTables = { plans: Map<string, Plan>; nums: Map<string, Num> };

/** ECMA-376 17.9.3: nine levels. */
export const LEVELS = 9;

const ATTRIBUTES = new Set(['w:val', 'w:abstractNumId', 'w:numId', 'w:ilvl']);

type Reading = NumberingTables & {
  plan: Plan | null;
  num: Num | null;
  level: Level | null;
  overridden: number;
};
type Attributes = ReadonlyMap<string, string>;

export function numberingTables(xml: string): NumberingTables {
  const reading: Reading = {
    plans: new Map(),
    nums: new Map(),
    plan: null,
    num: null,
    level: null,
    overridden: 0,
  };
  readTags(
    xml,
    { xml: true, attributes: ATTRIBUTES },
    {
      open({ name, attributes }) {
        const begin = BEGINS[name];
        if (begin) begin(reading, attributes);
        else SAYS[name]?.(reading, attributes.get('w:val') ?? '');
      },
      close(name) {
        if (name === 'w:lvl') reading.level = null;
      },
      text() {},
    },
  );
  return { plans: reading.plans, nums: reading.nums };
}

const BEGINS: Readonly<Record<string, (reading: Reading, attributes: Attributes) => void>> = {
  'w:abstractNum'(reading, attributes) {
    reading.num = null;
    reading.plan = { levels: [], styleLink: null, numStyleLink: null };
    reading.plans.set(attributes.get('w:abstractNumId') ?? '', reading.plan);
  },
  'w:num'(reading, attributes) {
    reading.num = { plan: '', starts: new Map(), own: [] };
    reading.nums.set(attributes.get('w:numId') ?? '', reading.num);
  },
  'w:lvl'(reading, attributes) {
    const levels = reading.num?.own ?? reading.plan?.levels;
    const at = Number(attributes.get('w:ilvl'));
    if (levels === undefined || !(at >= 0 && at < LEVELS)) return;
    reading.level = { start: 1, format: 'decimal', pattern: '', style: null };
    levels[at] = reading.level;
  },
  'w:lvlOverride'(reading, attributes) {
    reading.overridden = Number(attributes.get('w:ilvl'));
  },
};

const SAYS: Readonly<Record<string, (reading: Reading, value: string) => void>> = {
  'w:startOverride': ({ num, overridden }, value) => num?.starts.set(overridden, whole(value)),
  'w:abstractNumId': ({ num }, value) => num && Object.assign(num, { plan: value }),
  'w:styleLink': ({ plan }, value) => plan && Object.assign(plan, { styleLink: value }),
  'w:numStyleLink': ({ plan }, value) => plan && Object.assign(plan, { numStyleLink: value }),
  'w:start': ({ level }, value) => level && Object.assign(level, { start: whole(value) }),
  'w:numFmt': ({ level }, value) => level && Object.assign(level, { format: value }),
  'w:lvlText': ({ level }, value) => level && Object.assign(level, { pattern: value }),
  'w:pStyle': ({ level }, value) => level && Object.assign(level, { style: value }),
};

function whole(text: string): number {
  return /^\d{1,6}$/u.test(text) ? Number(text) : 1;
}
