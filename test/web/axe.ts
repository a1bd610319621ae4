// What axe-core finds wrong with a page for people who hear it, or drive it by keyboard (WCAG 2.2 AA).
// It must never leave a rule out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A colour half-way to another is nobody's to read; what turns for ever is not waited for. */
const SETTLED = `Promise.race([
  Promise.all(document.getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished.catch(() => null))),
  new Promise((resolve) => setTimeout(resolve, 2_000)),
]).then(() => null)`;

/** One line a violation: the rule, and the first element that breaks it. */
export async function complaintsOf(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(source);
  await page.evaluate(SETTLED);
  const runOnly = JSON.stringify({ type: 'tag', values: TAGS });
  return page.evaluate(`axe.run('${within}', { runOnly: ${runOnly} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160) + ' — ' + nodes[0].failureSummary))`);
}
