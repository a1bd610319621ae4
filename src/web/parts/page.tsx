// The frame of one screen: its title, the way back, its own name in the window.
// It must never know a screen.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../words.ts';
import { Icon } from './icons.tsx';

type Props = {
  title: string;
  back?: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
};

export function Page({ title, back, aside, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Vang Xa`;
  }, [title]);
  return (
    <div class="page">
      <header class="page-head">
        {back && (
          <a class="back" href={back}>
            <Icon name="back" />
            {words.value.common.back}
          </a>
        )}
        <h1>{title}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}

/** A numbered step, or a part of a page with a name. */
export function Section(of: { title: string; step?: number; children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>
        {of.step !== undefined && <span class="step">{of.step}</span>}
        {of.title}
      </h2>
      {of.children}
    </section>
  );
}
