// Writes an ONNX file by hand: a graph of a few nodes that hums as long as the text it is given has letters.
// It must never know sherpa, nor how the product loads a model.

type Field = { tag: number; wire: 0 | 2 | 5; bytes: Buffer };

/** Facts a model carries in itself: sample_rate, n_speakers, frontend … */
export type TinyModel = {
  facts: Record<string, string>;
  speakers?: boolean;
  samplesPerToken?: number;
  /** the three scales in one input, as Piper has them */
  piper?: boolean;
};

const FLOAT = 1;
const INT64 = 7;

/**
 * y = sin(t × (30 + the mean of the tokens' numbers + 40 × speaker) ÷ 300), for as many samples as tokens ×
 * samplesPerToken × length_scale. The same inputs, in the same order, as a VITS model has.
 */
export function tinyVits({
  facts,
  speakers = true,
  samplesPerToken = 400,
  piper = false,
}: TinyModel): Buffer {
  const inputs = [
    input('x', INT64, ['1', 'tokens']),
    input('x_length', INT64, ['1']),
    ...(piper
      ? [input('scales', FLOAT, ['3'])]
      : ['noise_scale', 'length_scale', 'noise_scale_w'].map((name) => input(name, FLOAT, ['1']))),
    ...(speakers ? [input('sid', INT64, ['1'])] : []),
  ];
  const constants = [
    tensor('per_token', floats(samplesPerToken), [1]),
    tensor('forty', floats(speakers ? 40 : 0), [1]),
    tensor('base', floats(30), [1]),
    tensor('slow', floats(300), [1]),
    tensor('half', floats(0.5), [1]),
    tensor('scalar', [], [0], INT64),
    tensor('one_place', int64s(1), [1], INT64),
    tensor('zero', int64s(0), [], INT64),
    tensor('one', int64s(1), [], INT64),
  ];
  const nodes = [
    ...(piper ? [node('Gather', ['scales', 'one_place'], 'length_scale')] : []),
    cast('x_length', 'count', FLOAT),
    node('Mul', ['count', 'length_scale'], 'stretched'),
    node('Mul', ['stretched', 'per_token'], 'total'),
    cast('total', 'whole', INT64),
    node('Reshape', ['whole', 'scalar'], 'length'),
    node('Range', ['zero', 'length', 'one'], 'ticks'),
    cast('ticks', 'time', FLOAT),
    cast('x', 'letters', FLOAT),
    node('ReduceMean', ['letters'], 'mean', [attribute('keepdims', 0)]),
    cast(speakers ? 'sid' : 'x_length', 'who', FLOAT),
    node('Mul', ['who', 'forty'], 'lift'),
    node('Add', ['mean', 'base'], 'low'),
    node('Add', ['low', 'lift'], 'pitch'),
    node('Div', ['pitch', 'slow'], 'step'),
    node('Mul', ['time', 'step'], 'angle'),
    node('Sin', ['angle'], 'wave'),
    node('Mul', ['wave', 'half'], 'y'),
  ];
  const graph = message([
    ...nodes.map((made) => text(1, made)),
    text(2, 'hum'),
    ...constants.map((made) => text(5, made)),
    ...inputs.map((made) => text(11, made)),
    text(12, value('y', FLOAT, ['samples'])),
  ]);
  return message([
    number(1, 8),
    text(2, 'test'),
    text(7, graph),
    text(8, message([text(1, ''), number(2, 13)])),
    ...Object.entries(facts).map(([key, fact]) => text(14, message([text(1, key), text(2, fact)]))),
  ]);
}

function node(kind: string, from: string[], to: string, attributes: Buffer[] = []): Buffer {
  return message([
    ...from.map((name) => text(1, name)),
    text(2, to),
    text(3, `make-${to}`),
    text(4, kind),
    ...attributes.map((made) => text(5, made)),
  ]);
}

function cast(from: string, to: string, kind: number): Buffer {
  return node('Cast', [from], to, [attribute('to', kind)]);
}

function attribute(name: string, whole: number): Buffer {
  return message([text(1, name), number(3, whole), number(20, 2)]);
}

function tensor(name: string, raw: Buffer | [], dims: number[], kind = FLOAT): Buffer {
  const bytes = Buffer.from(raw);
  return message([
    ...dims.map((dim) => number(1, dim)),
    number(2, kind),
    text(8, name),
    text(9, bytes),
  ]);
}

function input(name: string, kind: number, dims: string[]): Buffer {
  return value(name, kind, dims);
}

function value(name: string, kind: number, dims: string[]): Buffer {
  const sizes = dims.map((dim) =>
    text(1, message([/^\d+$/.test(dim) ? number(1, Number(dim)) : text(2, dim)])),
  );
  const shape = message([number(1, kind), text(2, message(sizes))]);
  return message([text(1, name), text(2, message([text(1, shape)]))]);
}

function floats(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function int64s(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(value));
  return bytes;
}

function message(fields: readonly Field[]): Buffer {
  return Buffer.concat(fields.flatMap(({ tag, wire, bytes }) => [varint(tag * 8 + wire), bytes]));
}

function number(tag: number, whole: number): Field {
  return { tag, wire: 0, bytes: varint(whole) };
}

function text(tag: number, held: string | Buffer): Field {
  const bytes = Buffer.from(held as string);
  return { tag, wire: 2, bytes: Buffer.concat([varint(bytes.length), bytes]) };
}

function varint(whole: number): Buffer {
  const bytes: number[] = [];
  let rest = whole;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
