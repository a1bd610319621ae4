// A hand at a page: what it taps and types is counted, and how long it took.
// It must never tap what a person could not see.
import type { Locator, Page } from 'playwright-core';

/** What a journey cost the person who made it. */
export type Journey = { taps: number; seconds: number };

export type Hand = {
  tap(what: Locator): Promise<void>;
  /** a field is touched once, then typed into */
  type(field: Locator, text: string): Promise<void>;
  button(name: string | RegExp): Promise<void>;
  link(name: string | RegExp): Promise<void>;
  /** until now */
  cost(): Journey;
};

export function handOn(page: Page): Hand {
  const beganMs = performance.now();
  let taps = 0;
  const tap = async (what: Locator) => {
    taps += 1;
    await what.click();
  };
  const named = (role: 'button' | 'link', name: string | RegExp) =>
    tap(page.getByRole(role, { name, exact: typeof name === 'string' }).first());
  return {
    tap,
    async type(field, text) {
      taps += 1;
      await field.fill(text);
    },
    button: (name) => named('button', name),
    link: (name) => named('link', name),
    cost: () => ({ taps, seconds: Math.round((performance.now() - beganMs) / 100) / 10 }),
  };
}

/** As a bench and a log want it. */
export const sayCost = (name: string, { taps, seconds }: Journey): string =>
  `${name}: ${taps} taps, ${seconds.toFixed(1)} s`;
