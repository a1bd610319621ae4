// The plan's clock as this page knows it: told at sign-in, run on by the browser's monotonic clock.
// It must never trust the phone's own time of day, which may be wrong by hours.
import { signal } from '@preact/signals';

type Told = { planNowMs: number; speed: number; simulated: boolean };
let told: Told & { atMono: number } = {
  planNowMs: Date.now(),
  speed: 1,
  simulated: false,
  atMono: performance.now(),
};

export const simulated = signal(false);
export const speed = signal(1);
export const planNow = signal(told.planNowMs);

export function setClock(next: Told): void {
  told = { ...next, atMono: performance.now() };
  simulated.value = next.simulated;
  speed.value = next.speed;
  planNow.value = next.planNowMs;
}

setInterval(() => {
  planNow.value = told.planNowMs + (performance.now() - told.atMono) * told.speed;
}, 1_000);
