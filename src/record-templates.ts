// The templates of records that come with the product: the folder config/records, read and checked once.
// It must never know a commune, nor what is filled in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './domain/errors.ts';
import {
  type RecordKind,
  type RecordTemplate,
  templateFault,
} from './domain/records/record-template.ts';
import { projectRoot } from './project-root.ts';

const KINDS: readonly RecordKind[] = ['log', 'justice', 'document'];
/** Three forms of a few thousand characters each. */
const MAX_CHARS = 50_000;

let loaded: readonly RecordTemplate[] | null = null;

/** @throws AppError that names the file to put right: at the service's start, not at the first report */
export function builtInRecords(): readonly RecordTemplate[] {
  loaded ??= loadRecords(join(projectRoot, 'config', 'records'));
  return loaded;
}

export function loadRecords(folder: string): readonly RecordTemplate[] {
  return KINDS.map((kind) => parsed(join(folder, `${kind}.json`), kind));
}

function parsed(path: string, kind: RecordKind): RecordTemplate {
  try {
    const text = readFileSync(path, 'utf8');
    if (text.length > MAX_CHARS) throw new Error(`> ${MAX_CHARS}`);
    const found = JSON.parse(text) as RecordTemplate;
    const fault = found.id === kind ? templateFault(found) : `id ${found.id}`;
    if (fault) throw new Error(fault);
    return found;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError({
      code: 'broken-template',
      fault: 'ours',
      say: {
        vi: `Mẫu báo cáo ${path} hỏng: ${why}`,
        en: `The template of a record ${path} is broken: ${why}`,
      },
      cause,
    });
  }
}
