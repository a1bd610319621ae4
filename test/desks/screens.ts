// Every screen, by the address it has and who opens it; one list for axe, pictures and weights.
// It must never know what a screen shows.
import type { Page } from 'playwright-core';
import type { Names } from './furnished.ts';
import type { Role } from './office.ts';

/** `hash` may hold {names} of things that exist in the furnished commune. */
export type Screen = { name: string; hash: string; who: Role };

const of = (who: Role, screens: Record<string, string>): Screen[] =>
  Object.entries(screens).map(([name, hash]) => ({ name, hash, who }));

/** Those that want nothing but a commune. */
export const SCREENS: readonly Screen[] = [
  ...of('planner', {
    notice: '#/notice',
    'notice-make': '#/notice/hop-ban',
    plan: '#/plan',
    'plan-calendar': '#/plan/calendar',
    'plan-past': '#/plan/past',
    assign: '#/assign',
    'plan-rules': '#/plan/rules',
    'plan-new': '#/plan/new',
    'plan-days': '#/plan/days',
    programmes: '#/programmes',
    'programme-templates': '#/programmes/templates',
    'programme-template-new': '#/programmes/templates/new',
    'assign-new': '#/assign/new',
    'plan-rehearsal': '#/plan/rehearsal',
    speakers: '#/speakers',
    more: '#/more',
    lost: '#/khong-co',
  }),
  ...of('author', {
    'notice-templates': '#/notice/templates',
    frames: '#/frames',
    say: '#/say',
    makings: '#/makings',
    documents: '#/documents',
    'editor-begin': '#/editor',
    reports: '#/reports',
    records: '#/records',
    voices: '#/voices',
    recordings: '#/recordings',
    'reports-answered': '#/reports/answered',
  }),
  ...of('approver', {
    'notice-standings': '#/notice/standings',
    approvals: '#/approvals',
    overrides: '#/overrides',
    wants: '#/wants',
    told: '#/told',
    'told-settings': '#/told/settings',
  }),
  ...of('administrator', {
    'speakers-new': '#/speakers/new',
    incidents: '#/speakers/incidents',
    map: '#/speakers/map',
    spares: '#/speakers/spares',
    'told-commune': '#/told/commune',
    'reports-page': '#/reports/page',
    areas: '#/areas',
    accounts: '#/accounts',
    audit: '#/audit',
    source: '#/source',
  }),
];

/** Those of one thing. */
export const SCREENS_OF_ONE: readonly Screen[] = [
  ...of('planner', {
    'notice-sent': '#/notice/sent?id={notice}',
    airing: '#/airing/{airing}',
    'plan-edit': '#/plan/edit/{schedule}',
    assignment: '#/assign/{assignment}',
  }),
  ...of('author', {
    bulletin: '#/say/{bulletin}',
    document: '#/documents/{document}',
    differences: '#/differences/{document}?with={draft}',
    editor: '#/editor?document={document}',
    'editor-heard': '#/editor?document={document}&bulletin={pending}',
    reading: '#/reading/{commune}',
    lexicon: '#/lexicon/{commune}',
    frame: '#/frames/{frame}',
  }),
  ...of('approver', { approval: '#/approvals/{pending}' }),
  ...of('administrator', {
    speaker: '#/speakers/{site}',
    swap: '#/speakers/{site}/swap',
    hours: '#/areas/{commune}',
  }),
];

/** Pages of those without an account, by their paths. */
export const OPEN_PAGES = {
  'public-communes': '/xa',
  'public-week': '/xa/{code}',
  'public-report': '/xa/{code}/phan-anh',
  'public-missing': '/xa/khong-co',
  'sign-in': '/',
} as const;

/** @throws Error when the commune has nothing of that name */
export function withNames(address: string, names: Names): string {
  return address.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const found = names[name as keyof Names];
    if (!found) throw new Error(`nothing in the commune is called ${name}`);
    return found;
  });
}

/** The address changes, the screen is fetched, its question answered: then it can be looked at. */
export async function show(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.locator('#main h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}
