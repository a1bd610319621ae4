// The four ways to look at speakers, above each of them.
// It must never know what is beneath.
import '../../styles/speakers.css';
import { words } from '../../words.ts';

const TABS = [
  ['list', '#/speakers'],
  ['incidentsTab', '#/speakers/incidents'],
  ['map', '#/speakers/map'],
  ['spares', '#/speakers/spares'],
] as const;
export type Tab = (typeof TABS)[number][0];

export function PoleTabs({ at }: { at: Tab }) {
  const w = words.value;
  return (
    <nav class="views views-four" aria-label={w.pole.views}>
      {TABS.map(([name, to]) => (
        <a key={name} href={to} aria-current={at === name ? 'page' : undefined}>
          {w.pole[name]}
        </a>
      ))}
    </nav>
  );
}
