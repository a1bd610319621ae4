// The library calls its boxes a table, whose cells then hold no events: whoever hears it would walk empty rows.
// It must never change what an event does or is called: only which of its boxes is the button.

const TABLE_ROLES = '[role=table],[role=rowgroup],[role=row],[role=cell],[role=columnheader]';

/** Boxes lose the roles that are untrue of them, now and whenever they are drawn anew. */
export function plainRoles(within: HTMLElement): () => void {
  const strip = () => {
    for (const box of within.querySelectorAll(TABLE_ROLES)) {
      box.removeAttribute('role');
      box.removeAttribute('aria-colindex');
    }
    for (const article of within.querySelectorAll('article[role=button]')) moveButton(article);
    for (const main of within.querySelectorAll('.ec-main:not([tabindex])'))
      main.setAttribute('tabindex', '0');
  };
  strip();
  const watch = new MutationObserver(strip);
  watch.observe(within, { childList: true, subtree: true });
  return () => watch.disconnect();
}

/** An article may not be a button (ARIA in HTML, "article"); the box within may, and its keys and clicks bubble up. */
function moveButton(article: Element): void {
  const body = article.querySelector('.ec-event-body');
  if (body === null) return;
  for (const name of ['role', 'tabindex']) article.removeAttribute(name);
  body.setAttribute('role', 'button');
  body.setAttribute('tabindex', '0');
}
