// A few days of a commune's life, made through the service's own doors, so that every screen shows something.
// It must never know the inside of what it shows, nor fail the demonstration that came before it.
import { readFileSync } from 'node:fs';
import type { Person } from '../api.ts';
import type { Screen } from '../screen.ts';
import { type Credential, invited, type Settled } from '../settling.ts';
import { composeOne, draftIn } from './bulletins.ts';
import { type CalendarLife, foresee, plan, regulate } from './calendar.ts';
import { type LanguagesLife, speakAsTheyDo } from './languages.ts';
import { type NoticeWish, sayNotices, standFor } from './notices.ts';
import { hushOne, knowPoles, makeSpares, type PoleFacts } from './poles.ts';
import { giveOut, type ProvinceLife } from './province.ts';
import { hearVillagers, type Said } from './villagers.ts';

export type Life = {
  /** code of the commune, as in xa-suoi-may.json */
  commune: string;
  technician: { name: string; fullName: string };
  poles: Record<string, PoleFacts>;
  standings: string[];
  notices: NoticeWish[];
  hush: { siteId: string; reasonKind: string; reason: string; hours: number };
  draft: string;
  reports: Said[];
  answer: string;
  calendar: CalendarLife;
  province: ProvinceLife;
  languages: LanguagesLife;
};

export type Living = {
  base: string;
  settled: Settled;
  technician: Person;
  /** of the document the demonstration aired */
  documentId: string | null;
  life: Life;
  /** where spare units' enrolments go, for loudspeakers that start with them */
  spares: string;
  screen: Screen;
  alive: Promise<never>;
  /** whoever signed up on the way, for whoever wants to sign in as them */
  joined: Credential[];
};

export const readLife = (path: string): Life => JSON.parse(readFileSync(path, 'utf8')) as Life;

export type Arriving = Pick<Living, 'base' | 'settled' | 'life' | 'spares'>;

/** The technician joins and puts two boxes into the van, before the loudspeakers are switched on. */
export async function arrive(
  arriving: Arriving,
): Promise<{ person: Person; credential: Credential }> {
  const { base, settled, life } = arriving;
  const technician = await invited({
    ...{ base, administrator: settled.administrator, account: life.technician },
    roles: ['technician'],
    at: settled.communeId,
  });
  await makeSpares(technician.person, arriving);
  return technician;
}

export async function live(living: Living): Promise<void> {
  const { life, screen, technician } = living;
  const steps: [string, string, () => Promise<unknown>][] = [
    ['Ghi nhận các điểm loa', 'poles', () => knowPoles(technician, life.poles, living)],
    ['Tạm im một điểm', 'a hush', () => hushOne(technician, life.hush, living)],
    ['Đứng tên mẫu thông báo', 'standing approvals', () => standFor(living)],
    ['Quy chế của xã', 'its regulation', () => regulate(living)],
    ['Thông báo nhanh', 'quick notices', () => sayNotices(living)],
    ['Dự thảo', 'a draft', () => draftIn(living)],
    ['Biên tập bản tin', 'bulletins from a decision', () => composeOne(living)],
    ['Phản ánh của bà con', 'reports', () => hearVillagers(living)],
    ['Lịch của xã', 'its calendar', () => plan(living)],
    ['Tỉnh giao bản tin', 'what the province gives', () => giveOut(living)],
    ['Tiếng nói của các bản', 'its languages', () => speakAsTheyDo(living)],
    ['Chạy thử ngày mai', 'tomorrow rehearsed', () => foresee(living)],
  ];
  const bar = screen.bar({ vi: 'Vài ngày của xã', en: 'a few days of the commune' });
  for (const [at, [vi, en, step]] of steps.entries()) {
    bar.set(at, steps.length);
    await step().catch((fault: unknown) => {
      // one thing that cannot be shown must not hide the rest
      const words = fault instanceof Error ? fault.message : String(fault);
      screen.say({ vi: `${vi}: ${words}`, en });
    });
  }
  bar.set(steps.length, steps.length);
  bar.end();
}
