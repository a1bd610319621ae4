// This browser's subscription to messages: asked for, given to the service, given up.
// It must never ask for permission unpressed: a person who said no once is not asked again by the browser.
import type { ToldSettings } from '../http/schemas/notification.ts';
import { toldApi } from './told-api.ts';

/** ios: only a page on the home screen may (Safari 16.4); blocked: the person, or their office, said no */
export type PushState = 'unsupported' | 'ios' | 'blocked' | 'off' | 'on';

export async function pushState(): Promise<PushState> {
  const isApple = /iPhone|iPad/.test(navigator.userAgent);
  if (!('serviceWorker' in navigator) || !('PushManager' in window))
    return isApple && !matchMedia('(display-mode: standalone)').matches ? 'ios' : 'unsupported';
  if (Notification.permission === 'denied') return 'blocked';
  return (await ownSubscription()) === null ? 'off' : 'on';
}

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** null: the person said no */
export async function turnOn(publicKey: string): Promise<ToldSettings | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  // one made under another key (the data folder is new) is of no use any more
  if (old !== null && !madeUnder(old, publicKey)) await old.unsubscribe();
  const made = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  const { p256dh = '', auth = '' } = made.toJSON().keys ?? {};
  return toldApi.addDevice({ endpoint: made.endpoint, p256dh, auth, label: browserName() });
}

export async function turnOff(): Promise<void> {
  await (await ownSubscription())?.unsubscribe();
}

function madeUnder(subscription: PushSubscription, publicKey: string): boolean {
  const used = subscription.options.applicationServerKey;
  const wanted = bytesOf(publicKey);
  return used !== null && `${new Uint8Array(used)}` === `${wanted}`;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** "Chrome · Android": enough to tell one's own devices apart, and no more. */
function browserName(): string {
  const agent = navigator.userAgent;
  const browser = /Edg|OPR|CriOS|Chrome|Firefox|Safari/.exec(agent)?.[0] ?? '';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? '';
  const plain: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', CriOS: 'Chrome' };
  return [plain[browser] ?? browser, system].filter((part) => part !== '').join(' · ') || '?';
}

/** The worker asks a page that is open to go where its message leads. */
export function followMessages(go: (screen: string) => void): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    const screen: unknown = data?.kind === 'open' ? data.screen : null;
    if (typeof screen === 'string' && screen.startsWith('/#/')) go(screen.slice(1));
  });
}
