// The public page's, the reports' and the public desk's doors, answering samples.
// It must never decide anything.
import type { PublicAiring } from '../../src/domain/public/public-page.ts';
import type { Services } from '../../src/services/door.ts';
import type { PublicView, ReportView } from '../../src/services/public/public-door.ts';
import { hearing } from './hearing-sample.ts';

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;
const NOW_MS = Date.UTC(2026, 10, 24, 10, 0); // 17:00 in Vietnam

export const aired = (of: Partial<PublicAiring> = {}): PublicAiring => ({
  id: 'air-1',
  playAtMs: NOW_MS - 3_600_000,
  durationMs: 80_000,
  priority: 'normal',
  drill: false,
  places: [{ airingId: 'air-1', areaId: 'area-mong', speakers: 2, played: 2, partly: 0 }],
  said: {
    title: 'Họp bản tối thứ Bảy',
    text: 'Mời bà con họp lúc mười chín giờ ba mươi.',
    synthetic: { engine: 'espeak-ng', voice: 'vi', madeAtMs: NOW_MS },
    mark: null,
    source: {
      ...{ number: '12/TB-UBND', issuer: 'Ủy ban nhân dân xã', title: 'Thông báo họp' },
      clauses: '',
    },
  },
  ...of,
});
export const view = (of: Partial<PublicView> = {}): PublicView => ({
  id: 'area-muong-la',
  code: 'muong-la',
  name: 'Xã Mường La',
  phone: '0212 3852 047',
  madeAtMs: NOW_MS,
  villages: [
    { id: 'area-mong', code: 'ban-mong', name: 'Bản Mòng' },
    { id: 'area-pa', code: 'ban-pa', name: 'Bản Pá' },
  ],
  airings: [aired()],
  answers: [],
  ...of,
});
export const report: ReportView = {
  id: 'rep-1',
  tenantId: 'area-muong-la',
  number: 'K7M29QXP',
  airingId: 'air-1',
  areaId: 'area-mong',
  siteId: null,
  kind: 'noise',
  text: 'Loa sát nhà',
  count: 2,
  firstAtMs: NOW_MS,
  lastAtMs: NOW_MS,
  state: 'new',
  answer: null,
  answeredAtMs: null,
  answerPublic: false,
  textPublic: false,
  areaName: 'Bản Mòng',
  siteName: null,
  airing: {
    id: 'air-1',
    title: 'Họp bản',
    playAtMs: NOW_MS,
    bulletinId: 'bul-1',
    personalData: false,
  },
  answeredByName: null,
};
const settings = {
  areaId: 'area-muong-la',
  open: true,
  phone: null,
  url: 'http://x/xa/muong-la',
};

export function doors(answer: Answer): Pick<Services, 'publicPages' | 'publicDesk' | 'reports'> {
  /** asked by nobody in particular: what is asked comes first */
  const open = <T>(method: string, value: T) => {
    const asked = answer(method, value);
    return (input?: unknown) => asked(null, input);
  };
  const page = view();
  return {
    publicPages: {
      communes: open('publicPages.communes', [{ id: page.id, code: page.code, name: page.name }]),
      view: open('publicPages.view', page),
      sound: open('publicPages.sound', { path: '/nowhere/clip.opus' }),
      follow: open('publicPages.follow', Promise.resolve(hearing)),
      villageOf: open('publicPages.villageOf', page.villages[0] ?? null),
    },
    reports: {
      send: open('reports.send', { number: 'K7M29QXP', textKept: true }),
      follow: open('reports.follow', {
        ...{ number: 'K7M29QXP', kind: 'noise', firstAtMs: NOW_MS, count: 1, state: 'new' },
        ...{ answer: null, answeredAtMs: null, village: null, airing: null },
      } as const),
      list: answer('reports.list', {
        reports: [report],
        counts: { new: 1, seen: 0, answered: 0 },
      }),
      see: answer('reports.see', report),
      answer: answer('reports.answer', report),
    },
    publicDesk: {
      settings: answer('publicDesk.settings', settings),
      setSettings: answer('publicDesk.setSettings', settings),
      poster: answer('publicDesk.poster', Promise.resolve(new Uint8Array([37, 80, 68, 70]))),
      markPersonal: answer('publicDesk.markPersonal', undefined),
      hints: open('publicDesk.hints', [{ kind: 'phone' as const, at: 4, length: 10 }]),
    },
  };
}
