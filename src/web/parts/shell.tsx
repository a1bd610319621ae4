// Around every screen: the band, the four places and the rest, and what is wrong with time or line.
// It must never know a screen's content.
import type { ComponentChildren } from 'preact';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { planNow, simulated, speed } from '../clock.ts';
import { figure, hourSeconds } from '../format.ts';
import { live } from '../live.ts';
import { route } from '../router.ts';
import { firstScreen, holds, session, sessionOver } from '../session.ts';
import { words } from '../words.ts';
import { Icon, type IconName, Mark } from './icons.tsx';
import { LanguageSwitch, SignOut } from './person.tsx';

export function Shell({ children }: { children: ComponentChildren }) {
  const w = words.value;
  const skip = () => document.getElementById('main')?.focus();
  return (
    <div class={`shell ${sessionOver.value ? 'is-blind' : ''}`}>
      <button type="button" class="skip" onClick={skip}>
        {w.nav.skip}
      </button>
      <header class="band">
        <a class="brand" href="#/">
          <Mark />
          <span>{w.name}</span>
        </a>
        <span class="who">{session.value?.account.fullName}</span>
        <LanguageSwitch />
      </header>
      <Places />
      <Banners />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Banners() {
  const w = words.value;
  return (
    <div class="banners" aria-live="polite">
      {simulated.value && <Simulated />}
      {live.value === 'lost' && <p class="banner banner-bad">{w.common.reconnecting}</p>}
    </div>
  );
}

/** Its own component, so that a second's tick redraws one line; and it is not read out each second. */
function Simulated() {
  const w = words.value.clock;
  const now = hourSeconds(planNow.value);
  const says = speed.value === 1 ? w.simulated(now) : w.faster(now, figure(speed.value, 1));
  return (
    <p class="banner banner-wait" aria-live="off">
      {says}
    </p>
  );
}

function Places() {
  const w = words.value;
  return (
    <nav class="places" aria-label={w.nav.main}>
      <Place to="say" icon="say" />
      <Place to="approvals" icon="approvals">
        <Waiting />
      </Place>
      <Place to="plan" icon="plan" />
      <Place to="speakers" icon="speakers" />
      <Place to="more" icon="more" />
      <div class="places-rest">
        <Place to="documents" icon="documents" />
        <Place to="areas" icon="areas" />
        {holds('administrator') && <Place to="accounts" icon="accounts" />}
        {holds('administrator', 'approver') && <Place to="audit" icon="audit" />}
        <SignOut />
      </div>
    </nav>
  );
}

function Place(of: {
  to: IconName & keyof typeof UNDER;
  icon: IconName;
  children?: ComponentChildren;
}) {
  const at = route.value.parts[0] ?? firstScreen();
  const here = UNDER[of.to].includes(at);
  return (
    <a class={`place place-${of.to}`} href={`#/${of.to}`} aria-current={here ? 'page' : undefined}>
      <Icon name={of.icon} />
      <span>{words.value.nav[of.to]}</span>
      {of.children}
    </a>
  );
}

/** Which addresses belong to which place. */
const UNDER = {
  say: ['say'],
  approvals: ['approvals'],
  plan: ['plan', 'airing'],
  speakers: ['speakers'],
  more: ['more'],
  areas: ['areas', 'reading', 'lexicon'],
  documents: ['documents', 'differences'],
  accounts: ['accounts'],
  audit: ['audit'],
};

function Waiting() {
  const { answer } = useAsk({ ask: api.bulletins, on: ['bulletin'] });
  const n = answer.value?.bulletins.filter(({ state }) => state === 'pending').length ?? 0;
  if (n === 0) return null;
  return (
    <span class="count">
      <span aria-hidden="true">{n}</span>
      <span class="unseen">{words.value.nav.waiting(n)}</span>
    </span>
  );
}
