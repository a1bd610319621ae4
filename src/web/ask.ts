// A question to the API that a screen shows: loading, failed, or answered; asked again on changes.
// It must never know the question.
import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { Change } from '../http/schemas/change.ts';
import { gather } from './gather.ts';
import { listen } from './live.ts';
import type { ApiFailure } from './send.ts';

export type Ask<T> = {
  answer: Signal<T | null>;
  failure: Signal<ApiFailure | null>;
  again(): void;
};

/** @param key what the question depends on: another key is another question */
export function useAsk<T>(of: {
  ask: () => Promise<T>;
  key?: string;
  on?: readonly Change['kind'][];
}): Ask<T> {
  const answer = useSignal<T | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const key = of.key ?? '';
  // answers may overtake each other on a slow line: none takes the place of one asked after it
  const turns = useRef({ asked: 0, shown: 0 }).current;
  const again = useCallback(() => {
    turns.asked += 1;
    const mine = turns.asked;
    const late = () => mine < turns.shown;
    of.ask().then(
      (value) => {
        if (late()) return;
        turns.shown = mine;
        answer.value = value;
        failure.value = null;
      },
      (reason: ApiFailure) => {
        if (late()) return;
        turns.shown = mine;
        failure.value = reason;
      },
    );
  }, [key]);
  useEffect(() => {
    answer.value = null;
    // what another key was answered is of no use here
    turns.shown = turns.asked + 1;
    again();
    const gathering = gather(again);
    const stop = listen((kind) => {
      if (kind !== 'reconnected' && !of.on?.includes(kind)) return;
      gathering.add();
    });
    return () => {
      stop();
      gathering.stop();
    };
  }, [key]);
  return { answer, failure, again };
}
