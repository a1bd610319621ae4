// The commune's tongues: a village that hears Thái first, a recording asked of a collaborator, a frame, a programme of its own.
// It must never know how any of it is joined or chosen.
import type { Living } from './life.ts';
import { planNow } from './poles.ts';

export type LanguagesLife = {
  /** what its first village hears, in this order */
  order: string[];
  commission: {
    language: string;
    collaboratorName: string;
    contactNote: string;
    feeNote: string;
    dueInDays: number;
  };
  frame: object;
  programme: object;
};

const DAY_MS = 86_400_000;
type Listed = { id: string; state: string; originalId: string | null; drill: boolean };

export async function speakAsTheyDo({ settled, life }: Living): Promise<void> {
  const { author, planner, communeId, villageIds } = settled;
  const { order, commission, frame, programme } = life.languages;
  await planner.call('PUT', `/api/areas/${villageIds[0]}/languages`, { languages: order });
  await author.call('POST', '/api/frames', { areaId: communeId, frame });
  await author.call('POST', '/api/programmes/templates', { areaId: communeId, ...programme });
  const { bulletins } = await author.call<{ bulletins: Listed[] }>('GET', '/api/bulletins');
  const approved = bulletins.find((one) => one.state === 'approved' && one.originalId === null);
  if (!approved) return;
  const { dueInDays, ...asked } = commission;
  const dueAtMs = (await planNow(planner)) + dueInDays * DAY_MS;
  const dueDay = new Date(dueAtMs + 7 * 3_600_000).toISOString().slice(0, 10);
  await author.call('POST', `/api/bulletins/${approved.id}/commissions`, { ...asked, dueDay });
}
