// Quick notices of a commune's week: some aired at once under a head's standing approval, one that waits.
// It must never know how a notice is worded: the templates are the service's.
import type { Person } from '../api.ts';
import { until } from '../waiting.ts';
import type { Living } from './life.ts';
import { planNow } from './poles.ts';

export type NoticeWish = {
  templateId: string;
  /** codes of villages */
  villages: string[];
  repeats: number;
  when: 'now' | 'in-an-hour';
  /** {+1} stands for tomorrow */
  slots: Record<string, string>;
};
type Template = { id: string; hash: string };

const DAY_MS = 86_400_000;
/** Sound of half a minute is made in seconds; a busy machine takes a few more. */
const NOTICE_LIMIT_MS = 120_000;

export async function standFor({ settled, life }: Living): Promise<void> {
  const nowMs = await planNow(settled.planner);
  for (const { id, hash } of await templatesOf(settled.approver, settled.communeId)) {
    if (!life.standings.includes(id)) continue;
    await settled.approver.call('POST', `/api/areas/${settled.communeId}/standings`, {
      ...{ templateId: id, templateHash: hash, emergency: true, accountIds: null },
      untilMs: Math.round(nowMs + 180 * DAY_MS),
    });
  }
}

export async function sayNotices({ settled, life, alive }: Living): Promise<void> {
  const { planner, communeId } = settled;
  const templates = new Map((await templatesOf(planner, communeId)).map((one) => [one.id, one]));
  const { areas } = await planner.call<{ areas: { id: string; code: string }[] }>(
    'GET',
    '/api/areas',
  );
  for (const wish of life.notices) {
    const nowMs = await planNow(planner);
    const { id } = await planner.call<{ id: string }>('POST', '/api/notices', {
      ...{ areaId: communeId, templateId: wish.templateId, repeats: wish.repeats },
      templateHash: templates.get(wish.templateId)?.hash,
      slots: slotsOf(wish.slots, nowMs),
      areaIds: areas.filter(({ code }) => wish.villages.includes(code)).map((area) => area.id),
      rules: [
        wish.when === 'now'
          ? { kind: 'now' }
          : { kind: 'once', atMs: Math.round(nowMs + 3_600_000) },
      ],
      wishId: `demo-${wish.templateId}`,
    });
    await until(
      {
        everyMs: 500,
        limitMs: NOTICE_LIMIT_MS,
        alive,
        late: {
          vi: `Thông báo “${wish.templateId}” chưa xong âm thanh.`,
          en: `The notice ${wish.templateId} has no sound yet.`,
        },
      },
      async () => {
        const { state } = await planner.call<{ state: string }>('GET', `/api/notices/${id}`);
        return state === 'making' ? null : state;
      },
    );
  }
}

async function templatesOf(person: Person, communeId: string): Promise<Template[]> {
  const path = `/api/areas/${communeId}/notice-templates`;
  return (await person.call<{ templates: Template[] }>('GET', path)).templates;
}

/** {+2} becomes the day after tomorrow, in Vietnam. */
function slotsOf(slots: Record<string, string>, nowMs: number): Record<string, string> {
  const day = (ahead: number) =>
    new Date(nowMs + 7 * 3_600_000 + ahead * DAY_MS).toISOString().slice(0, 10);
  const filled = Object.entries(slots).map(([name, value]) => [
    name,
    value.replaceAll(/\{\+(\d+)\}/g, (_, ahead: string) => day(Number(ahead))),
  ]);
  return Object.fromEntries(filled) as Record<string, string>;
}
