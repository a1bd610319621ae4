// On a fresh install: what must exist before anything can be said, in order, each a link.
// It must never know how each is made.
import type { Places } from '../places.ts';
import { holds } from '../session.ts';
import { words } from '../words.ts';

export function FirstSteps({ places }: { places: Places }) {
  if (!holds('administrator', 'technician')) return null;
  const has = (kind: string) => places.areas.some((area) => area.kind === kind);
  const w = words.value.firstSteps;
  const steps = [
    { done: has('commune'), text: w.commune, to: '#/areas' },
    { done: has('village'), text: w.village, to: '#/areas' },
    { done: places.speakers.length > 0, text: w.sites, to: '#/speakers' },
    { done: false, text: w.accounts, to: '#/accounts' },
  ];
  if (steps.slice(0, 3).every(({ done }) => done)) return null;
  return (
    <section class="card first-steps">
      <h2>{w.title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.text} class={step.done ? 'done' : ''}>
            <a href={step.to}>{step.text}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
