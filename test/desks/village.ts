// The furnished commune's places by the names people know them by, and what must be arranged before a journey.
// It must never go through a page: journeys do.
import { readCommune } from '../../src/demo/commune.ts';
import { COMMUNE_FILE, type Office } from './office.ts';

const commune = readCommune(COMMUNE_FILE);

/** Ids of a village's poles. */
export function polesOf(village: string): string[] {
  const found = commune.villages.find(({ name }) => name === village);
  if (!found) throw new Error(`no village ${village}`);
  return found.sites.map(({ id }) => id);
}
export const polesBut = (village: string): string[] =>
  commune.villages.filter(({ name }) => name !== village).flatMap(({ name }) => polesOf(name));

export async function planNow({ settled }: Pick<Office, 'settled'>): Promise<number> {
  const { planNowMs } = await settled.planner.call<{ planNowMs: number }>('GET', '/api/health');
  return planNowMs;
}

/** The head of the commune answers in advance for what is made strictly from this template. */
export async function stand(office: Office, templateId: string): Promise<void> {
  const { approver, communeId } = office.settled;
  const { templates } = await approver.call<{ templates: { id: string; hash: string }[] }>(
    'GET',
    `/api/areas/${communeId}/notice-templates`,
  );
  await approver.call('POST', `/api/areas/${communeId}/standings`, {
    ...{ templateId, templateHash: templates.find(({ id }) => id === templateId)?.hash },
    ...{ emergency: true, accountIds: null },
    untilMs: Math.round((await planNow(office)) + 30 * 86_400_000),
  });
}
