// Which styles of a Word file number their paragraphs, their own or through the style they are based on.
// It must never know what a style looks like.
import { readTags } from '../markup/tags.ts';

type Style = { based: string | null; num: string | null; level: number | null };
/** `id`: the style that brought the number. */
export type StyleNumber = { id: string; num: string; level: number | null };
export type Styles = { numberOf(style: string): StyleNumber | null };

/** Word itself stops at ten or so; a circle of styles never ends. */
const CHAIN_MAX = 20;

const ATTRIBUTES = new Set(['w:val', 'w:styleId']);

export function stylesOf(xml: string): Styles {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  readTags(
    xml,
    { xml: true, attributes: ATTRIBUTES },
    {
      open({ name, attributes }) {
        const value = attributes.get('w:val') ?? '';
        if (name === 'w:style') {
          style = { based: null, num: null, level: null };
          styles.set(attributes.get('w:styleId') ?? '', style);
        } else if (style === null) return;
        else if (name === 'w:basedOn') style.based = value;
        else if (name === 'w:numId') style.num = value;
        else if (name === 'w:ilvl') style.level = Number(value);
      },
      close(name) {
        if (name === 'w:style') style = null;
      },
      text() {},
    },
  );
  return { numberOf: (id) => numberOf(styles, id) };
}

function numberOf(styles: ReadonlyMap<string, Style>, style: string): StyleNumber | null {
  let id: string | null = style;
  for (let step = 0; step < CHAIN_MAX && id !== null; step += 1) {
    const found: Style | undefined = styles.get(id);
    if (found?.num != null) return { id, num: found.num, level: found.level };
    id = found?.based ?? null;
  }
  return null;
}
