// A question to the API that a screen shows: loading, failed, or answered; asked again on changes.
// It must never know the question.
import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
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
