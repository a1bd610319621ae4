// axe-core on a page as it stands: what it finds against WCAG 2.2 AA, each as one line.
// It must never decide what is acceptable: nothing is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Found = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

/** The page must have been opened with `bypassCSP`: axe is not ours to allow. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((found) => found.violations)`,
  )) as Found[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}): ${target.join(' ')}: ${failureSummary.split('\n').at(-1)?.trim()}`,
    ),
  );
}
