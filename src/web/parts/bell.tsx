// How many messages wait unread, always in sight, and the way to them.
// It must never show what they say.
import { useEffect } from 'preact/hooks';
import { useAsk } from '../ask.ts';
import { go } from '../router.ts';
import { toldApi } from '../told-api.ts';
import { followMessages } from '../told-push.ts';
import { words } from '../words.ts';
import { Icon } from './icons.tsx';

/** Above this the number says nothing more. */
const SHOWN_MAX = 99;
let following = false;

export function Bell() {
  const { answer } = useAsk({ ask: toldApi.unread, on: ['notification'] });
  const n = answer.value?.unread ?? 0;
  useEffect(() => {
    if (following) return;
    following = true;
    followMessages(go);
  }, []);
  return (
    <a class="bell" href="#/told" aria-label={words.value.told.bell(n)}>
      <Icon name="told" />
      {n > 0 && (
        <span class="count" aria-hidden="true">
          {n > SHOWN_MAX ? `${SHOWN_MAX}+` : n}
        </span>
      )}
    </a>
  );
}
