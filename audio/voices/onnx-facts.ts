// The facts an ONNX file carries about itself (sample rate, speakers, front end), read without loading it.
// It must never know an engine, nor take more of the file into memory than those facts.
import { type FileHandle, open } from 'node:fs/promises';

/** A model has some ten facts, the longest a list of phonemes; beyond these the file is no voice. */
const MAX_FACTS = 256;
const MAX_FACT_BYTES = 262_144;
/** ir_version, producer, graph, opsets …: the outermost fields of a model are a few dozen. */
const MAX_FIELDS = 4_096;
/** ModelProto.metadata_props (onnx.proto, field 14) */
const FACTS_FIELD = 14;
/** The longest tag and length together. */
const HEAD_BYTES = 20;

/** @throws Error where the file is cut short or no ONNX; what the file system throws */
export async function readOnnxFacts(path: string): Promise<Map<string, string>> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const facts = new Map<string, string>();
    let at = 0;
    for (let fields = 0; at < size; fields += 1) {
      if (fields > MAX_FIELDS || facts.size > MAX_FACTS) throw new Error('too many fields');
      const field = await readHead(file, at);
      if (field.until > size) throw new Error('cut short');
      if (field.number === FACTS_FIELD) {
        const [key, fact] = await readFact(file, field);
        facts.set(key, fact);
      }
      at = field.until;
    }
    if (at === 0) throw new Error('empty');
    return facts;
  } finally {
    await file.close();
  }
}

type Field = { number: number; from: number; until: number };

async function readHead(file: FileHandle, at: number): Promise<Field> {
  const head = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, at);
  return headOf(head.subarray(0, bytesRead), at);
}

function headOf(bytes: Buffer, at: number): Field {
  const tag = varint(bytes, 0);
  const next = varint(bytes, tag.end);
  const from = at + tag.end;
  const number = Math.floor(tag.value / 8);
  switch (tag.value % 8) {
    case 0:
      return { number, from, until: at + next.end };
    case 1:
      return { number, from, until: from + 8 };
    case 2:
      return { number, from: at + next.end, until: at + next.end + next.value };
    case 5:
      return { number, from, until: from + 4 };
    default:
      throw new Error('no such field');
  }
}

/** StringStringEntryProto: 1 is the key, 2 the value. */
async function readFact(file: FileHandle, { from, until }: Field): Promise<[string, string]> {
  if (until - from > MAX_FACT_BYTES) throw new Error('a fact too long');
  const bytes = Buffer.alloc(until - from);
  await file.read(bytes, 0, bytes.length, from);
  const parts = new Map<number, string>();
  for (let at = 0; at < bytes.length; ) {
    const part = headOf(bytes.subarray(at, at + HEAD_BYTES), at);
    parts.set(part.number, bytes.toString('utf8', part.from, part.until));
    at = part.until;
  }
  return [parts.get(1) ?? '', parts.get(2) ?? ''];
}

/** Past the end it is 0: a last field of one byte has no length after it. */
function varint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < start + 10; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte % 128) * 128 ** (at - start);
    if (byte < 128) return { value, end: at + 1 };
  }
  throw new Error('no such number');
}
