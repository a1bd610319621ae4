// Whether a standing approval ("đứng tên mẫu") covers one notice: strict, and in doubt it does not.
// It must never know who holds which role: whether the approver still may is asked outside.
import type { Bulletin } from '../model.ts';
import type { NoticeTemplate, SlotKind, SlotValues, StandingApproval } from './notice-model.ts';
import { templateHash } from './notice-template.ts';

/** A year: whoever stands for words looks at them again. */
export const STANDING_MAX_MS = 366 * 86_400_000;

export type Covered = {
  standing: StandingApproval;
  /** the words as they are now; null: there is no such template any more */
  template: NoticeTemplate | null;
  /** under which words the notice was made */
  notice: { templateId: string; templateHash: string; slots: SlotValues };
  bulletin: Pick<Bulletin, 'tenantId' | 'version' | 'priority' | 'authorId' | 'writerIds'>;
  /** whoever wrote the template's present words */
  templateWriterIds: readonly string[];
  /** how the commune's texts are read now: a word of its lexicon may turn a sentence round */
  readingKey: string;
  /** not disabled, and still an approver here */
  approverMay: boolean;
  nowMs: number;
};
export type InForce = Omit<Covered, 'notice' | 'bulletin'>;
export const STANDING_FAULTS = [
  'ended',
  'over',
  'template-changed',
  'reading-changed',
  'own-words',
  'not-approver',
] as const;
export type StandingFault = (typeof STANDING_FAULTS)[number];

export function covers(of: Covered): boolean {
  const inForce = standingFault(of) === null;
  return inForce && isItsNotice(of) && isByAnother(of) && !saysMore(of);
}

/** Why nobody is covered by it at this moment; null: it is in force. */
export function standingFault(of: InForce): StandingFault | null {
  const { standing, template } = of;
  if (standing.endedAtMs !== null) return 'ended';
  if (of.nowMs >= standing.untilMs) return 'over';
  if (template === null || templateHash(template) !== standing.templateHash)
    return 'template-changed';
  if (of.readingKey !== standing.readingKey) return 'reading-changed';
  // maker ≠ approver (Huế QĐ 29/2021) holds for the words as much as for the notice
  if (of.templateWriterIds.includes(standing.approverId)) return 'own-words';
  return of.approverMay ? null : 'not-approver';
}

/** Of this commune, of these very words, untouched since, and no more urgent than was agreed. */
function isItsNotice({ standing, notice, bulletin }: Covered): boolean {
  return (
    bulletin.tenantId === standing.tenantId &&
    notice.templateId === standing.templateId &&
    notice.templateHash === standing.templateHash &&
    bulletin.version === 1 &&
    (bulletin.priority !== 'emergency' || standing.emergency)
  );
}

/** Maker ≠ approver (Huế QĐ 29/2021), in advance as well as afterwards. */
function isByAnother({ standing, bulletin }: Covered): boolean {
  const { approverId, accountIds } = standing;
  const makers = [bulletin.authorId, ...bulletin.writerIds];
  return !makers.includes(approverId) && (accountIds?.includes(bulletin.authorId) ?? true);
}

/** A typed slot with more than a name or a phrase in it says what the template does not: a person reads that one. */
function saysMore({
  template,
  notice,
  bulletin,
}: Pick<Covered, 'template' | 'notice' | 'bulletin'>): boolean {
  const alarm = bulletin.priority === 'emergency';
  return Object.entries(notice.slots).some(([name, value]) => {
    const kind = template?.slots.find((slot) => slot.name === name)?.kind ?? 'text';
    if (!TYPED.has(kind)) return false;
    return !isPhrase(value) || (alarm && kind !== 'place' && !isShort(value));
  });
}

/** The other kinds have a form of their own: a day, a number, one of the options. */
const TYPED: ReadonlySet<SlotKind> = new Set<SlotKind>(['text', 'place', 'people']);
const LETTERS = /^[\p{L}\p{M}\p{N} ,.:%-]*$/u;
/** A point or a colon outside a number, a hyphen outside a word: there the reading pauses, and begins anew. */
const PAUSE = /(?<!\d)[.:]|[.:](?!\d)|(?<![\p{L}\p{M}\p{N}])-|-(?![\p{L}\p{N}])/u;

function isPhrase(value: string): boolean {
  const [, added = '', ...more] = value.split(',');
  if (more.length > 0 || wordsIn(added) > ADDED_WORDS_MAX) return false;
  return LETTERS.test(value) && !PAUSE.test(value);
}

/** "và bến đò bản Mòng, phía dưới cầu treo": longer after its comma it is a sentence of its own. */
const ADDED_WORDS_MAX = 6;
/** What wakes a village says a name and no more; an approver is rung up for anything longer. */
const ALARM_CHARS_MAX = 40;
const ALARM_WORDS_MAX = 8;

function isShort(value: string): boolean {
  return value.length <= ALARM_CHARS_MAX && wordsIn(value) <= ALARM_WORDS_MAX;
}

const wordsIn = (value: string): number => value.split(' ').filter((word) => word !== '').length;
