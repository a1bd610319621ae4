// A part of a page that is folded away until it is wanted.
// It must never fold under a person's hands: what changes beneath leaves it as it is.
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';

type Props = { title: string; open: boolean; children: ComponentChildren };

/** @param open how it stands at first; after that it is the person's */
export function Fold({ title, open, children }: Props) {
  const first = useMemo(() => open, []);
  return (
    <details class="fold" open={first}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
