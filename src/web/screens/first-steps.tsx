// On a fresh install: what must exist before anything can be said, in order, each a link.
// It must never know how each is made.
import { useAsk } from '../ask.ts';
import { noticeApi } from '../notice-api.ts';
import type { Places } from '../places.ts';
import { tenantsHeld } from '../places-held.ts';
import { reportsApi } from '../reports-api.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';

export function FirstSteps({ places }: { places: Places }) {
  const later = useAsk({ ask: () => askLater(places), key: communeOf(places) ?? '', on: ['area'] });
  if (!holds('administrator', 'technician')) return null;
  const has = (kind: string) => places.areas.some((area) => area.kind === kind);
  const w = words.value.firstSteps;
  const steps = [
    { done: has('commune'), text: w.commune, to: '#/areas' },
    { done: has('village'), text: w.village, to: '#/areas' },
    { done: places.speakers.length > 0, text: w.sites, to: '#/speakers' },
    { done: false, text: w.accounts, to: '#/accounts' },
  ];
  const known = later.answer.value;
  const more =
    known === null
      ? []
      : [
          { done: known.open, text: w.page, to: '#/reports/page' },
          { done: known.stands, text: w.standing, to: '#/notice/standings' },
        ];
  const isFurnished = steps.slice(0, 3).every(({ done }) => done);
  // inviting is never known to be over: of a furnished commune only what nobody has done stays
  const shown = isFurnished ? more.filter(({ done }) => !done) : [...steps, ...more];
  if (shown.length === 0) return null;
  return (
    <section class="card first-steps">
      <h2>{w.title}</h2>
      <ol>
        {shown.map((step) => (
          <li key={step.text} class={step.done ? 'done' : ''}>
            <a href={step.to}>{step.text}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Of one commune it is cheaply known; whoever administers a province has a hundred to ask. */
function communeOf({ areas }: Places): string | null {
  const communes = tenantsHeld(areas, 'administrator').filter(({ kind }) => kind === 'commune');
  return (communes.length === 1 && communes[0]?.id) || null;
}

async function askLater(places: Places) {
  const id = communeOf(places);
  if (id === null) return null;
  const [page, standings] = await Promise.all([reportsApi.page(id), noticeApi.standings(id)]);
  return { open: page.open, stands: standings.standings.length > 0 };
}
