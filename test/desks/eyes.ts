// Eyes and a thumb at a page: what would be in their way at this width.
// It must never assert: tests do.
import { accessSync, constants } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

export const CHROMIUM = '/usr/bin/chromium';
export const hasChromium = process.env.VANGXA_REQUIRE === '1' || isThere(CHROMIUM);

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a thumb on a narrow screen would complain about. */
export async function squeezed(page: Page): Promise<string[]> {
  // as text: its functions run in the page, where the test's own compiler's helpers are not
  return page.evaluate(`(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    const named = (one) => one.tagName + (one.className ? '.' + one.className : '') + ' "' + one.textContent.trim().slice(0, 30) + '"';
    const beyond = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
    if (scrollWidth > clientWidth)
      found.push('wider than the screen: ' + scrollWidth + ', by ' + beyond.slice(-3).map(named).join(', '));
    for (const one of document.querySelectorAll('a, button, select, input, textarea, summary')) {
      const box = (one.closest('label') ?? one).getBoundingClientRect();
      if (box.width === 0 || one.classList.contains('unseen')) continue;
      const isInText = one.closest('p, .first-steps, .log') !== null;
      if (box.height < 43.5 && !isInText)
        found.push(one.tagName + ' "' + one.textContent.trim() + '" is ' + box.height + ' px high');
      const named = one.textContent.trim() || one.labels?.length || one.getAttribute('aria-label');
      if (!named) found.push('nameless ' + one.outerHTML.slice(0, 80));
    }
    return found;
  })()`);
}

/** As from a clipboard, in the page itself: megabytes need not travel there. */
export async function pasteInto(field: Locator, of: { words: string; times: number }) {
  await field.evaluate((area, { words, times }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words.repeat(times));
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, of);
}
