// Two hundred open screens listening for changes: what they cost the service, idle and while things happen.
// It must never be a browser: an open stream is what costs.

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { Office } from '../../desks/office.ts';
import { credentialOf } from '../../desks/office.ts';
import { cpuSeconds } from '../process.ts';
import { type Result, rounded } from '../result.ts';

const SCREENS = 200;
/** A browser opens six streams a session at most, so does the service allow. */
const PER_SESSION = 5;
const WATCHED_MS = 20_000;
/** Changes while they watch: a busy commune's minute. */
const CHANGES = 40;

export async function watchers(office: Office): Promise<Result[]> {
  const pid = office.service.process.pid ?? 0;
  const before = memoryMb(pid);
  const open: { heard: number; end(): void }[] = [];
  for (let session = 0; session < SCREENS / PER_SESSION; session += 1) {
    const cookie = await signedIn(office, session);
    for (let n = 0; n < PER_SESSION; n += 1) open.push(watch(office.base, cookie));
  }
  await passing(2_000);
  const idleFrom = cpuSeconds(pid);
  await passing(WATCHED_MS);
  const idle = (cpuSeconds(pid) - idleFrom) / (WATCHED_MS / 1_000);
  const busyFrom = cpuSeconds(pid);
  for (let n = 0; n < CHANGES; n += 1)
    await office.settled.administrator.call('POST', '/api/areas', {
      ...{ code: `to-${n}`, kind: 'village', name: `Tổ ${n}`, parentId: office.settled.communeId },
    });
  await passing(2_000);
  const busy = cpuSeconds(pid) - busyFrom;
  const after = memoryMb(pid);
  const least = Math.min(...open.map(({ heard }) => heard));
  for (const one of open) one.end();
  const of = (name: string, value: number, unit: string): Result => ({
    ...{ name, value: rounded(value, 3), unit, aim: '–', met: null, peer: '–' },
  });
  return [
    of(`service, ${SCREENS} open screens, nothing happening`, idle * 100, '% of a core'),
    of(
      `service, ${CHANGES} changes told to ${SCREENS} screens`,
      (busy / CHANGES) * 1_000,
      'ms of a core a change',
    ),
    of(`service memory, ${SCREENS} open screens more`, after - before, 'MB'),
    {
      ...of('changes that reached the screen that heard least', least, `of ${CHANGES}`),
      aim: `${CHANGES}`,
      met: least >= CHANGES,
    },
  ];
}

async function signedIn({ base, settled }: Office, session: number): Promise<string> {
  const { name, password } = credentialOf(settled, 'planner');
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    // sign-ins are limited by address: these come from two hundred offices
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${session}` },
    body: JSON.stringify({ name, password }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

function watch(base: string, cookie: string) {
  const one = { heard: 0, end: () => stream.destroy() };
  const stream = request(`${base}/api/events`, { headers: { cookie } }, (answer) => {
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => {
      one.heard += text.match(/^event: area$/gm)?.length ?? 0;
    });
    answer.on('error', () => undefined);
  });
  stream.on('error', () => undefined);
  stream.end();
  return one;
}

const memoryMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;

const passing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
