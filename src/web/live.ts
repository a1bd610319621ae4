// What the service says changed, as it says it; connects again by itself and tells when it cannot.
// It must never know what a screen does with a change: only that it should ask again.
import { signal } from '@preact/signals';
import type { Change } from '../http/schemas/change.ts';

export type LiveState = 'off' | 'on' | 'lost';
export const live = signal<LiveState>('off');
/** making of sound under way, by bulletin */
export const progress = signal<Record<string, Change['detail']>>({});

const KINDS: Change['kind'][] = [
  'bulletin',
  'schedule',
  'airing',
  'speaker',
  'document',
  'area',
  'notice',
  'hush',
  'incident',
  'notification',
  'report',
  'progress',
  'clock',
];
type Listener = (kind: Change['kind'] | 'reconnected') => void;
const listeners = new Set<Listener>();
let source: EventSource | null = null;
/** something may have happened since the screens last asked */
let missed = false;
/** A browser gives up for good on an HTTP error; ours asks again every 5 s while signed in. */
const AGAIN_MS = 5_000;
/** The service says that it is there every 20 s (src/http/sse.ts): two and a half of these unheard is a lost line. */
const QUIET_MS = 50_000;
let watchdog: ReturnType<typeof setTimeout> | undefined;

export function listen(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function connect(): void {
  source?.close();
  const made = new EventSource('/api/events');
  source = made;
  hearing();
  made.addEventListener('beat', hearing);
  made.onopen = () => {
    hearing();
    // what happened meanwhile was not heard: everything on screen is asked again
    if (missed) tell('reconnected');
    missed = false;
    live.value = 'on';
  };
  made.onerror = () => {
    missed = true;
    live.value = 'lost';
    if (made.readyState === EventSource.CLOSED)
      setTimeout(() => source === made && connect(), AGAIN_MS);
  };
  for (const kind of KINDS) made.addEventListener(kind, (event) => hear(kind, event.data));
}

/** A link that died without a word closes nothing: only silence tells. */
function hearing(): void {
  clearTimeout(watchdog);
  watchdog = setTimeout(() => {
    lose();
    connect();
  }, QUIET_MS);
}

function lose(): void {
  if (source === null) return;
  missed = true;
  live.value = 'lost';
}

// the phone itself knows first: no bars, a tunnel, flight mode
addEventListener('offline', lose);
addEventListener('online', () => {
  if (source !== null) connect();
});

export function disconnect(): void {
  clearTimeout(watchdog);
  source?.close();
  missed ||= source !== null;
  source = null;
  live.value = 'off';
}

function hear(kind: Change['kind'], line: string): void {
  hearing();
  const change = JSON.parse(line) as Change;
  if (kind === 'progress') progress.value = { ...progress.value, [change.id]: change.detail };
  else tell(kind);
}

function tell(kind: Change['kind'] | 'reconnected'): void {
  for (const listener of listeners) listener(kind);
}
