// HTML as strings, with the one way a text gets into it: escaped.
// It must never let a title, a name or a report through as markup.

/** What is markup already; everything else is text. */
export type Html = { readonly markup: string };
export type Part = Html | string | number | null | false | readonly Part[];

/** html`<p>${text}</p>`: whatever stands in ${} is text, unless it is Html itself. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = pieces[0] ?? '';
  for (const [n, part] of parts.entries()) markup += markupOf(part) + (pieces[n + 1] ?? '');
  return { markup };
}

export const NONE: Html = { markup: '' };

function markupOf(part: Part): string {
  if (part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  if ('markup' in part) return part.markup;
  return part.map(markupOf).join('');
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also without signs nobody sees: a title that turns the direction of letters must not rearrange a page. */
export function escaped(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[&<>"']/gu, (sign) => SIGNS[sign] ?? '');
}

/** "/xa/a/phan-anh?luot=1&lang=en": only what is set, each value encoded. */
export function address(
  path: string,
  query: Readonly<Record<string, string | number | null>>,
): string {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}
