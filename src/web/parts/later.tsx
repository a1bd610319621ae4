// A screen whose code is fetched when it is first opened, so that the first load stays small.
// It must never know which screens there are.
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../words.ts';
import { Loading } from './notice.tsx';

/** Kept once fetched: a screen opened again is there at once, with or without a line. */
export function later<P extends object>(fetchIt: () => Promise<ComponentType<P>>) {
  let known: ComponentType<P> | null = null;
  return function Later(props: P) {
    const found = useSignal<ComponentType<P> | null>(known);
    const failed = useSignal(false);
    const ask = () => {
      failed.value = false;
      fetchIt().then(
        (screen) => {
          known = screen;
          found.value = screen;
        },
        () => {
          failed.value = true;
        },
      );
    };
    useEffect(() => {
      if (found.value === null) ask();
    }, []);
    if (failed.value) return <NotFetched again={ask} />;
    const Screen = found.value;
    return Screen === null ? <Loading /> : <Screen {...props} />;
  };
}

function NotFetched({ again }: { again: () => void }) {
  const w = words.value.common;
  return (
    <div class="notice notice-bad" role="alert">
      <p>{w.noAnswer}</p>
      <button type="button" class="button" onClick={again}>
        {w.retry}
      </button>
    </div>
  );
}
