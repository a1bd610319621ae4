// What villagers report without giving a name, and the commune's answer to one of them.
// It must never know who a villager is: the public form asks for nobody.
import { DemoFault } from '../fault.ts';
import type { Living } from './life.ts';

export type Said = { village: string; kind: string; text: string };

export async function hearVillagers({ base, settled, life }: Living): Promise<void> {
  const { areas } = await settled.author.call<{ areas: { kind: string; code: string }[] }>(
    'GET',
    '/api/areas',
  );
  const commune = areas.find(({ kind }) => kind === 'commune')?.code ?? '';
  // closed until an administrator opens it
  await settled.administrator.call('PUT', `/api/areas/${settled.communeId}/public-page`, {
    ...{ open: true, phone: '0212 000 100' },
  });
  for (const said of life.reports) await report(`${base}/xa/${commune}/phan-anh`, said);
  const { reports } = await settled.author.call<{ reports: { id: string; text: string | null }[] }>(
    'GET',
    '/api/reports',
  );
  const first = reports.find(({ text }) => text !== null && text !== '') ?? reports[0];
  if (first)
    await settled.author.call('PUT', `/api/reports/${first.id}/answer`, {
      ...{ answer: life.answer, answerPublic: true, textPublic: false },
    });
}

async function report(address: string, said: Said): Promise<void> {
  const { origin } = new URL(address);
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ ban: said.village, viec: said.kind, loi: said.text }).toString(),
    redirect: 'manual',
  });
  if (answer.status >= 400)
    throw new DemoFault({
      vi: `Trang công khai không nhận phản ánh (${answer.status}).`,
      en: `The public page took no report (${answer.status}).`,
    });
}
