// The places of the house: five under the thumb, the rest behind "more" on a phone and below them on a desk.
// It must never know what a place shows.
import type { ComponentChildren } from 'preact';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { route } from '../router.ts';
import { firstScreen, holds } from '../session.ts';
import { words } from '../words.ts';
import { Icon } from './icons.tsx';
import { SignOut } from './person.tsx';

/** Which addresses belong to which place. */
const UNDER = {
  notice: ['notice'],
  approvals: ['approvals'],
  plan: ['plan', 'airing'],
  assign: ['assign'],
  speakers: ['speakers', 'spares', 'incidents', 'hushes'],
  more: ['more'],
  say: ['say'],
  documents: ['documents', 'differences', 'editor'],
  reports: ['reports'],
  records: ['records'],
  voices: ['voices'],
  recordings: ['recordings'],
  told: ['told'],
  source: ['source'],
  areas: ['areas', 'reading', 'lexicon'],
  accounts: ['accounts'],
  audit: ['audit'],
};
export type PlaceName = keyof typeof UNDER;

/** What does not fit under a thumb, for whoever may go there. */
export function furtherPlaces(): PlaceName[] {
  const places: PlaceName[] = [
    'say',
    'documents',
    'assign',
    'records',
    'voices',
    'recordings',
    'reports',
    'told',
    'source',
    'areas',
  ];
  if (holds('administrator')) places.push('accounts');
  if (holds('administrator', 'approver')) places.push('audit');
  return places;
}

export function Places() {
  return (
    <nav class="places" aria-label={words.value.nav.main}>
      <Place to="notice" />
      <Place to="approvals">
        <Waiting />
      </Place>
      <Place to="plan" />
      <Place to="speakers" />
      <Place to="more" />
      <div class="places-rest">
        {furtherPlaces().map((to) => (
          <Place key={to} to={to} />
        ))}
        <SignOut />
      </div>
    </nav>
  );
}

function Place(of: { to: PlaceName; children?: ComponentChildren }) {
  const at = route.value.parts[0] ?? firstScreen();
  // on a phone what has no place of its own stands behind "more"
  const here = UNDER[of.to].includes(at);
  return (
    <a class={`place place-${of.to}`} href={`#/${of.to}`} aria-current={here ? 'page' : undefined}>
      <Icon name={of.to} />
      <span>{words.value.nav[of.to]}</span>
      {of.children}
    </a>
  );
}

function Waiting() {
  const { answer } = useAsk({ ask: api.waiting, on: ['bulletin'] });
  const n = answer.value?.bulletins.length ?? 0;
  if (n === 0) return null;
  return (
    <span class="count">
      <span aria-hidden="true">{n}</span>
      <span class="unseen">{words.value.nav.waiting(n)}</span>
    </span>
  );
}
