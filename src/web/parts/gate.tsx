// The frame of the pages before the inside: sign-in, set-up, invitation.
// It must never know who is coming.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../words.ts';
import { Mark } from './icons.tsx';
import { LanguageMissing, LanguageSwitch } from './person.tsx';

export function Gate({ title, children }: { title: string; children: ComponentChildren }) {
  const w = words.value;
  useEffect(() => {
    document.title = `${title} · Vang Xa`;
  }, [title]);
  return (
    <div class="gate">
      <header class="gate-head">
        <Mark />
        <p class="gate-name">{w.name}</p>
        <p class="gate-tagline">{w.tagline}</p>
        <LanguageSwitch />
      </header>
      <LanguageMissing />
      <main class="card">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
