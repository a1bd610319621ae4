// Whether a standing approval ("đứng tên mẫu") covers one notice: strict, and in doubt it does not.
// It must never know who holds which role: whether the approver still may is asked outside.
import type { Bulletin } from '../model.ts';
import type { NoticeTemplate, SlotValues, StandingApproval } from './notice-model.ts';
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
  /** not disabled, and still an approver here */
  approverMay: boolean;
  nowMs: number;
};

export function covers(of: Covered): boolean {
  return isInForce(of) && isItsNotice(of) && isByAnother(of) && !saysMore(of.notice.slots);
}

export function isInForce(of: Pick<Covered, 'standing' | 'template' | 'approverMay' | 'nowMs'>) {
  const { standing, template, approverMay, nowMs } = of;
  const current = template !== null && templateHash(template) === standing.templateHash;
  return current && approverMay && standing.endedAtMs === null && nowMs < standing.untilMs;
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

/** A slot with a sentence's end in it says something the template does not: a person reads that one. */
function saysMore(slots: SlotValues): boolean {
  return Object.values(slots).some((value) => /[.!?;:…]\s+\p{L}/u.test(value));
}
