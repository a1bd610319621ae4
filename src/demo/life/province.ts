// What the department does: two more communes, a bulletin given to all, and what each of them answers.
// It must never know how an answer is counted.
import { approve } from '../hearing.ts';
import { invited } from '../settling.ts';
import { heard } from './bulletins.ts';
import { MINUTE_MS, midnightMs } from './calendar.ts';
import type { Living } from './life.ts';
import { planNow } from './poles.ts';

type Account = { name: string; fullName: string };
export type ProvinceLife = {
  author: Account;
  approver: Account;
  communes: { code: string; name: string; population: number; planner?: Account }[];
  given: { title: string; text: string; note: string; leastAirings: number; dueInDays: number };
  /** by the commune that has a planner of its own */
  declined: string;
};

const DAY_MS = 86_400_000;

/** One commune places it and airs it, one declines with its reason, one has not answered and is reminded. */
export async function giveOut(living: Living): Promise<void> {
  const { settled, life, joined } = living;
  const { administrator, planner, villageIds } = settled;
  const { areas } = await administrator.call<{ areas: { id: string; kind: string }[] }>(
    'GET',
    '/api/areas',
  );
  const provinceId = areas.find(({ kind }) => kind === 'province')?.id ?? '';
  const { author, approver, communes, given, declined } = life.province;
  const join = (account: Account, role: string, at: string) => joins(living, { account, role, at });
  const writes = await join(author, 'author', provinceId);
  const answers = await join(approver, 'approver', provinceId);
  joined.push(writes.credential, answers.credential);
  const declining = [];
  for (const { planner: theirs, ...commune } of communes) {
    const wish = { kind: 'commune', parentId: provinceId, ...commune };
    const { id } = await administrator.call<{ id: string }>('POST', '/api/areas', wish);
    if (theirs) declining.push(await join(theirs, 'planner', id));
  }
  joined.push(...declining.map(({ credential }) => credential));

  const { title, text, note, leastAirings, dueInDays } = given;
  const wish = { areaId: provinceId, title, text };
  const { id: bulletinId } = await writes.person.call<{ id: string }>(
    'POST',
    '/api/bulletins',
    wish,
  );
  await heard(living, { bulletinId, by: writes.person });
  await approve(writes.person, answers.person, bulletinId);
  const nowMs = await planNow(planner);
  const dueAtMs = Math.round(nowMs + dueInDays * DAY_MS);
  const { id } = await writes.person.call<{ id: string }>('POST', '/api/assignments', {
    ...{ bulletinId, areaIds: [provinceId], leastAirings, dueAtMs, note },
  });
  await planner.call('POST', `/api/assignments/${id}/accept`, {});
  // tomorrow at 09:10, a session of its own: in one of the commune's the province would come first
  const atMs = midnightMs(nowMs, 1) + 550 * MINUTE_MS;
  await planner.call('POST', '/api/schedules', {
    ...{ bulletinId, areaIds: villageIds, rule: { kind: 'once', atMs } },
  });
  for (const { person } of declining)
    await person.call('POST', `/api/assignments/${id}/decline`, { reason: declined });
  await writes.person.call('POST', `/api/assignments/${id}/remind`, {});
}

function joins(
  { base, settled }: Living,
  of: { account: Account; role: string; at: string },
): ReturnType<typeof invited> {
  const { account, role, at } = of;
  return invited({ base, administrator: settled.administrator, account, roles: [role], at });
}
