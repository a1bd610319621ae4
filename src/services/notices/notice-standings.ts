// Who stands for which template of a commune, and which of them cover one notice.
// It must never approve anything itself: notice-sounded.ts does, through judging.ts.
import { tenantChain } from '../../domain/areas.ts';
import type { Sentence } from '../../domain/errors.ts';
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { StandingApproval } from '../../domain/notices/notice-model.ts';
import {
  covers,
  type InForce,
  STANDING_MAX_MS,
  type StandingFault,
  standingFault,
} from '../../domain/notices/notice-standing.ts';
import { may } from '../../domain/rights.ts';
import { isAble } from '../approval/approval-groups.ts';
import { treeAbove } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { tenantFor } from '../reading/lexicons.ts';
import { readingKeyOf } from '../reading/reading-order.ts';
import { record } from '../record.ts';
import { limitReached, missing, refusal } from '../refusals.ts';
import type { Notices, StandingView } from './notice-door.ts';
import type { Notice } from './notice-store.ts';
import { bareTemplate, changed, templateOf, writersOf } from './notice-templates.ts';

/** Fifty templates with four approvers each. */
const OPEN_MAX = 200;

export function makeNoticeStandings(deps: Deps): Pick<Notices, 'standings' | 'stand' | 'unstand'> {
  const { store } = deps;
  return {
    standings(actor, { areaId }) {
      const { id } = tenantFor(deps, { actor, areaId, action: 'standing.view' });
      const readingKey = readingKeyOf(deps, id);
      const open = store.standings.open(id);
      const standings = open.map((standing) => viewOf(deps, { standing, readingKey }));
      return { standings, makers: makersOf(deps, id) };
    },
    stand(actor, wish) {
      const area = tenantFor(deps, { actor, areaId: wish.areaId, action: 'standing.give' });
      const standing = wanted(deps, { actor, tenantId: area.id, wish });
      store.transaction(() => {
        // one word of one person for one template: the later one counts
        for (const before of store.standings.open(area.id))
          if (before.approverId === actor.accountId && before.templateId === wish.templateId)
            store.standings.end(before.id, standing.createdAtMs);
        if (store.standings.open(area.id).length >= OPEN_MAX) throw tooMany();
        store.standings.insert(standing);
        const { id, approverId: _, ...detail } = standing;
        const subject = `standing:${id}`;
        record(deps, { actor, action: 'standing.give', subject, tenantId: area.id, detail });
      });
      deps.changes.tell({ kind: 'notice', id: area.id, tenantId: area.id });
      return viewOf(deps, { standing, readingKey: standing.readingKey });
    },
    unstand(actor, { areaId, standingId }) {
      const area = tenantFor(deps, { actor, areaId, action: 'standing.end' });
      const standing = store.standings.get(standingId);
      if (standing?.tenantId !== area.id) throw missing();
      if (standing.endedAtMs !== null) return;
      store.transaction(() => {
        store.standings.end(standingId, deps.clock.planMs());
        const subject = `standing:${standingId}`;
        const detail = { templateId: standing.templateId };
        record(deps, { actor, action: 'standing.end', subject, tenantId: area.id, detail });
      });
      deps.changes.tell({ kind: 'notice', id: area.id, tenantId: area.id });
    },
  };
}

type ToCover = {
  notice: Pick<Notice, 'templateId' | 'templateHash' | 'slots'>;
  bulletin: Pick<Bulletin, 'tenantId' | 'version' | 'priority' | 'authorId' | 'writerIds'>;
};

/** As everything stands at this moment: words, roles, time. The oldest first. */
export function standingsThatCover(deps: Deps, of: ToCover): StandingApproval[] {
  const { tenantId } = of.bulletin;
  const { templateId } = of.notice;
  const open = deps.store.standings.open(tenantId).filter((one) => one.templateId === templateId);
  if (open.length === 0) return [];
  const readingKey = readingKeyOf(deps, tenantId);
  return open
    .filter((standing) => covers({ ...asItStands(deps, { standing, readingKey }), ...of }))
    .reverse();
}

type Standing = { standing: StandingApproval; readingKey: string };

function asItStands(deps: Deps, { standing, readingKey }: Standing): InForce {
  const { tenantId, templateId, approverId } = standing;
  const view = templateOf(deps, { tenantId, templateId });
  const template = view && !view.hidden ? bareTemplate(view) : null;
  return {
    ...{ standing, template, readingKey },
    templateWriterIds: template ? writersOf(deps, { tenantId, template }) : [],
    approverMay: isAble(deps, approverId, tenantId),
    nowMs: deps.clock.planMs(),
  };
}

type Wish = Parameters<Notices['stand']>[1];

function wanted(
  deps: Deps,
  { actor, tenantId, wish }: { actor: Actor; tenantId: string; wish: Wish },
): StandingApproval {
  const { templateId, templateHash, untilMs, emergency } = wish;
  const now = templateOf(deps, { tenantId, templateId });
  if (!now) throw missing();
  // whoever stands for words has read these, not those of yesterday
  if (now.hash !== templateHash) throw changed(deps, { tenantId, now, seenHash: templateHash });
  const writers = writersOf(deps, { tenantId, template: bareTemplate(now) });
  if (writers.includes(actor.accountId)) throw ownWords();
  const nowMs = deps.clock.planMs();
  if (untilMs <= nowMs || untilMs > nowMs + STANDING_MAX_MS) throw badUntil();
  const makers = new Set(makersOf(deps, tenantId).map(({ accountId }) => accountId));
  if (wish.accountIds?.some((id) => !makers.has(id))) throw missing();
  return {
    id: deps.ids.next(),
    ...{ tenantId, templateId, templateHash, emergency, untilMs },
    readingKey: readingKeyOf(deps, tenantId),
    approverId: actor.accountId,
    accountIds: wish.accountIds && [...new Set(wish.accountIds)],
    createdAtMs: nowMs,
    endedAtMs: null,
  };
}

function viewOf(deps: Deps, of: Standing): StandingView {
  const { standing } = of;
  const code = standingFault(asItStands(deps, of));
  return {
    ...standing,
    approverName: deps.store.accounts.get(standing.approverId)?.fullName ?? '',
    templateTitle: templateOf(deps, standing)?.title ?? null,
    inForce: code === null,
    reason: code && { code, say: FAULTS[code] },
  };
}

/** Not disabled, and able to make a notice here: by name, for whoever stands to choose among. */
function makersOf({ store }: Deps, tenantId: string): { accountId: string; name: string }[] {
  const chain = tenantChain(treeAbove(store.areas, tenantId), tenantId);
  const held = new Set(
    store.accounts
      .allGrants()
      .filter(({ areaId }) => chain.includes(areaId))
      .filter((grant) => may({ accountId: '', name: '', grants: [grant] }, 'notice.create', chain))
      .map(({ accountId }) => accountId),
  );
  return [...held]
    .flatMap((id) => store.accounts.get(id) ?? [])
    .filter(({ disabledAtMs }) => disabledAtMs === null)
    .map(({ id, fullName }) => ({ accountId: id, name: fullName }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

const FAULTS: Record<StandingFault, Sentence> = {
  ended: { vi: 'Đã thôi đứng tên.', en: 'It was taken back.' },
  over: { vi: 'Đã hết thời hạn đứng tên.', en: 'Its time is over.' },
  'template-changed': {
    vi: 'Chữ của mẫu đã sửa từ khi đứng tên, hoặc mẫu đã ẩn.',
    en: 'The template’s words changed since, or it is hidden.',
  },
  'reading-changed': {
    vi: 'Từ điển hoặc cách đọc của xã, tỉnh đã sửa từ khi đứng tên: loa có thể đọc khác. Hãy nghe lại rồi đứng tên lại.',
    en: 'The lexicon or the way of reading here or above changed since, so it may sound otherwise. Listen, then stand for it again.',
  },
  'own-words': {
    vi: 'Người đứng tên đã viết chữ của mẫu này: phải là người khác.',
    en: 'Whoever stands for it wrote its words: it must be somebody else.',
  },
  'not-approver': {
    vi: 'Người đứng tên không còn quyền duyệt.',
    en: 'Whoever stands for it is an approver no more.',
  },
};

function ownWords() {
  return refusal('forbidden', 'own-words', {
    vi: 'Bạn đã viết chữ của mẫu này nên không đứng tên được: hãy nhờ người duyệt khác.',
    en: 'You wrote the words of this template, so you cannot stand for them: ask another approver.',
  });
}

const badUntil = () =>
  refusal('caller', 'bad-until', {
    vi: 'Thời hạn đứng tên phải ở phía trước và không quá 12 tháng.',
    en: 'A standing approval ends in the future, within 12 months.',
    place: 'untilMs',
  });

function tooMany() {
  return limitReached({
    vi: `mỗi xã có nhiều nhất ${OPEN_MAX} lần đứng tên còn hiệu lực`,
    en: `a commune has at most ${OPEN_MAX} standing approvals`,
  });
}
