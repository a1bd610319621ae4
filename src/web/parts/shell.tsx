// Around every screen: the band, the four places and the rest, and what is wrong with time or line.
// It must never know a screen's content.
import type { ComponentChildren } from 'preact';
import { planNow, simulated, speed } from '../clock.ts';
import { figure, hourSeconds } from '../format.ts';
import { live } from '../live.ts';
import { session, sessionOver } from '../session.ts';
import { words } from '../words.ts';
import { Bell } from './bell.tsx';
import { Mark } from './icons.tsx';
import { LanguageMissing, LanguageSwitch } from './person.tsx';
import { Places } from './places.tsx';
import { Stop } from './stop.tsx';

export function Shell({ children }: { children: ComponentChildren }) {
  const w = words.value;
  const skip = () => document.getElementById('main')?.focus();
  return (
    <div class={`shell ${sessionOver.value ? 'is-blind' : ''}`}>
      <button type="button" class="skip" onClick={skip}>
        {w.nav.skip}
      </button>
      <header class="band">
        <a class="brand" href="#/" aria-label={w.name}>
          <Mark />
          <span>{w.name}</span>
        </a>
        <span class="who">{session.value?.account.fullName}</span>
        <LanguageSwitch />
        <Bell />
        <Stop />
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
      <LanguageMissing />
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
