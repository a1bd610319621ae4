// Areas and speakers kept while the page lives: a list opened again is there at once, then made fresh.
// It must never show one account what another one saw.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { api } from '../../api.ts';
import { find, treeOf } from '../../area-tree.ts';
import type { Ask } from '../../ask.ts';
import { listen } from '../../live.ts';
import type { Places } from '../../places.ts';
import type { ApiFailure } from '../../send.ts';
import { session } from '../../session.ts';

const answer = signal<Places | null>(null);
const failure = signal<ApiFailure | null>(null);
let keptFor: string | undefined;

/** Thousands of speakers say something all the time: their list is not asked for at each word. */
const SOON_MS = 300;
const MANY = 500;
const MANY_MS = 5_000;
const KINDS: readonly string[] = ['speaker', 'area', 'hush', 'incident', 'reconnected'];

export function useKeptPlaces(): Ask<Places> {
  forgetOthers();
  useEffect(() => {
    ask();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((kind) => {
      if (!KINDS.includes(kind)) return;
      const isMany = (answer.peek()?.speakers.length ?? 0) > MANY;
      waiting ??= setTimeout(
        () => {
          waiting = undefined;
          ask();
        },
        isMany ? MANY_MS : SOON_MS,
      );
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, []);
  return { answer, failure, again: ask };
}

function forgetOthers(): void {
  const accountId = session.peek()?.account.id;
  if (keptFor === accountId) return;
  keptFor = accountId;
  answer.value = null;
}

function ask(): void {
  const of = keptFor;
  Promise.all([api.areas(), api.speakers()]).then(
    ([{ areas }, { speakers }]) => {
      if (keptFor !== of) return;
      const nodes = treeOf(areas, speakers);
      const name = (areaId: string) => find(nodes, areaId)?.area.name ?? areaId;
      answer.value = { areas, speakers, nodes, name };
      failure.value = null;
    },
    (reason: ApiFailure) => {
      failure.value = reason;
    },
  );
}
