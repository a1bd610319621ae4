// A question to the API that a screen shows: loading, failed, or answered; asked again on changes.
// It must never know the question.
import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import type { Change } from '../http/schemas/change.ts';
import { listen } from './live.ts';
import type { ApiFailure } from './send.ts';

export type Ask<T> = {
  answer: Signal<T | null>;
  failure: Signal<ApiFailure | null>;
  again(): void;
};

/** A hundred speakers that come back at once are one question, not a hundred. */
const GATHER_MS = 300;

/** @param key what the question depends on: another key is another question */
export function useAsk<T>(of: {
  ask: () => Promise<T>;
  key?: string;
  on?: readonly Change['kind'][];
}): Ask<T> {
  const answer = useSignal<T | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const key = of.key ?? '';
  const again = useCallback(() => {
    of.ask().then(
      (value) => {
        answer.value = value;
        failure.value = null;
      },
      (reason: ApiFailure) => {
        failure.value = reason;
      },
    );
  }, [key]);
  useEffect(() => {
    answer.value = null;
    again();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((kind) => {
      if (kind !== 'reconnected' && !of.on?.includes(kind)) return;
      clearTimeout(waiting);
      waiting = setTimeout(again, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [key]);
  return { answer, failure, again };
}
