// One pass over HTML or XML: tags, a few attributes and text, however deep and however broken.
// It must never know what a tag means, nor keep a tree or a stack: both can be made to grow by a stranger.
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

/** `at` and `end` are the tag's own place in the source. */
export type TagSeen = { name: string; attributes: Attributes; at: number; end: number };

export type TagReader = {
  open(tag: TagSeen, selfClosed: boolean): void;
  /** `end` is where the closing tag ends. */
  close(name: string, end: number): void;
  text(text: string): void;
};

export type TagOptions = {
  xml: boolean;
  /** Only these attributes are kept; the rest cost nothing. */
  attributes: ReadonlySet<string>;
};

/** An attribute longer than this means nothing to us (pictures inside a page are attributes). */
const ATTRIBUTE_CHARS_MAX = 2000;

export function readTags(source: string, options: TagOptions, reader: TagReader): void {
  const lower = (name: string) => (options.xml ? name : name.toLowerCase());
  let attributes = new Map<string, string>();
  let open = { name: '', at: 0 };
  let attribute: string | null = null;
  const add = (part: string) => {
    const known = attribute === null ? undefined : attributes.get(attribute);
    if (attribute === null || known === undefined) return;
    if (known.length + part.length <= ATTRIBUTE_CHARS_MAX) attributes.set(attribute, known + part);
  };
  const opened = (end: number, selfClosed: boolean) => {
    reader.open({ ...open, attributes, end: end + 1 }, selfClosed);
    attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { xmlMode: options.xml, decodeEntities: true },
    {
      onopentagname(start, end) {
        open = { name: lower(source.slice(start, end)), at: start - 1 };
      },
      onattribname(start, end) {
        const name = lower(source.slice(start, end));
        attribute = options.attributes.has(name) && !attributes.has(name) ? name : null;
        if (attribute !== null) attributes.set(attribute, '');
      },
      onattribdata: (start, end) => add(source.slice(start, end)),
      onattribentity: (point) => add(String.fromCodePoint(point)),
      onattribend() {
        attribute = null;
      },
      onopentagend: (end) => opened(end, false),
      onselfclosingtag: (end) => opened(end, true),
      onclosetag: (start, end) =>
        reader.close(lower(source.slice(start, end)), source.indexOf('>', end) + 1),
      ontext: (start, end) => reader.text(source.slice(start, end)),
      ontextentity: (point) => reader.text(String.fromCodePoint(point)),
      oncdata(start, end, cut) {
        if (options.xml) reader.text(source.slice(start, end - cut));
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
