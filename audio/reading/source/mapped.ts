// Text whose every character remembers where in the source it came from.
// It must never know what the characters mean.

/** Character i of `text` came from source characters [from[i], to[i]). */
export type Mapped = { text: string; from: Uint32Array; to: Uint32Array };

export function slice(mapped: Mapped, start: number, end: number): Mapped {
  return {
    text: mapped.text.slice(start, end),
    from: mapped.from.subarray(start, end),
    to: mapped.to.subarray(start, end),
  };
}

/** Joins parts; a separator belongs to the gap between its neighbours. */
export function join(parts: readonly Mapped[], separators: readonly string[]): Mapped {
  const builder = startMapped();
  parts.forEach((part, index) => {
    const gap = index === 0 ? '' : (separators[index - 1] as string);
    const end = parts[index - 1]?.to.at(-1) ?? 0;
    const start = part.from[0] ?? end;
    builder.add(gap, Math.min(end, start), start);
    builder.append(part);
  });
  return builder.done();
}

/** Replaces every match of one pattern; the replacement traces back to the whole match. */
export function replaceAll(
  mapped: Mapped,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string | null,
): Mapped {
  let builder: MappedBuilder | null = null;
  let done = 0;
  for (const match of mapped.text.matchAll(pattern)) {
    const said = replacement(match);
    if (said === null || said === match[0]) continue;
    builder ??= startMapped();
    const end = match.index + match[0].length;
    builder.append(slice(mapped, done, match.index));
    builder.add(said, mapped.from[match.index] as number, mapped.to[end - 1] as number);
    done = end;
  }
  if (builder === null) return mapped;
  builder.append(slice(mapped, done, mapped.text.length));
  return builder.done();
}

export type MappedBuilder = {
  add(text: string, from: number, to: number): void;
  append(part: Mapped): void;
  /** The last character added, or '' at the start. */
  last(): string;
  done(): Mapped;
};

export function startMapped(capacity = 256): MappedBuilder {
  let from = new Uint32Array(capacity);
  let to = new Uint32Array(capacity);
  let length = 0;
  let last = '';
  const pieces: string[] = [];
  const grow = (extra: number): void => {
    if (length + extra <= from.length) return;
    const size = Math.max(from.length * 2, length + extra);
    const [oldFrom, oldTo] = [from, to];
    from = new Uint32Array(size);
    to = new Uint32Array(size);
    from.set(oldFrom);
    to.set(oldTo);
  };
  return {
    add(text, start, end) {
      if (text === '') return;
      grow(text.length);
      from.fill(start, length, length + text.length);
      to.fill(end, length, length + text.length);
      length += text.length;
      last = text.at(-1) as string;
      pieces.push(text);
    },
    append(part) {
      if (part.text === '') return;
      grow(part.text.length);
      from.set(part.from, length);
      to.set(part.to, length);
      length += part.text.length;
      last = part.text.at(-1) as string;
      pieces.push(part.text);
    },
    last: () => last,
    done: () => ({
      text: pieces.join(''),
      from: from.subarray(0, length),
      to: to.subarray(0, length),
    }),
  };
}
