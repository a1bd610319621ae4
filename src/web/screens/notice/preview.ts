// What the loudspeaker would say to what is filled in so far, asked of the service while it is typed.
// It must never decide what is right: the service reads and judges.
import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Preview, PreviewWish } from '../../../http/schemas/notice.ts';
import { listen } from '../../live.ts';
import { noticeApi } from '../../notice-api.ts';
import { ApiFailure } from '../../send.ts';

/** A word is typed in less; over 3G each question is half a second. */
const PAUSE_MS = 400;

export type Heard = {
  preview: Signal<Preview | null>;
  failure: Signal<ApiFailure | null>;
  /** what is shown answers what stands there now */
  fresh: Signal<boolean>;
};

export function usePreview(wish: PreviewWish): Heard {
  const preview = useSignal<Preview | null>(null);
  const failure = useSignal<ApiFailure | null>(null);
  const fresh = useSignal(false);
  const key = JSON.stringify(wish);
  useEffect(() => {
    const end = new AbortController();
    fresh.value = false;
    const ask = () =>
      noticeApi.preview(JSON.parse(key) as PreviewWish, end.signal).then(
        (found) => {
          if (end.signal.aborted) return;
          preview.value = found;
          failure.value = null;
          fresh.value = true;
        },
        (reason: unknown) => {
          if (end.signal.aborted || !(reason instanceof ApiFailure)) return;
          failure.value = reason;
        },
      );
    const waiting = setTimeout(ask, preview.peek() === null ? 0 : PAUSE_MS);
    const stop = listen((kind) => {
      if (kind === 'reconnected') void ask();
    });
    return () => {
      clearTimeout(waiting);
      end.abort();
      stop();
    };
  }, [key]);
  return { preview, failure, fresh };
}
