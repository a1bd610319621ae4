// The notice templates that come with the product: the folder config/notices, read and checked once.
// It must never know a commune, nor which of them it changed.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './domain/errors.ts';
import type { NoticeTemplate } from './domain/notices/notice-model.ts';
import { checkTemplate } from './domain/notices/notice-template.ts';
import { projectRoot } from './project-root.ts';

/** A template is two thousand characters; a file above this is no template. */
const MAX_BYTES = 50_000;
/** More tiles than this nobody looks through. */
const FILES_MAX = 60;

let loaded: readonly NoticeTemplate[] | null = null;

/** @throws AppError that says which file to put right: at the service's start, not at the first notice */
export function builtInNotices(): readonly NoticeTemplate[] {
  loaded ??= loadNotices(join(projectRoot, 'config', 'notices'));
  return loaded;
}

export function loadNotices(folder: string): readonly NoticeTemplate[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length > FILES_MAX) throw broken(folder, `${files.length} > ${FILES_MAX}`);
  return files.sort().map((file) => {
    const template = parsed(join(folder, file));
    if (`${template.id}.json` !== file) throw broken(file, template.id);
    return template;
  });
}

function parsed(path: string): NoticeTemplate {
  if (statSync(path).size > MAX_BYTES) throw broken(path, `> ${MAX_BYTES}`);
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as NoticeTemplate;
    // where a part is absent or of another kind, the check itself stumbles: broken all the same
    const fault = checkTemplate(found);
    if (fault) throw fault;
    return found;
  } catch (cause) {
    throw broken(path, String(cause), cause);
  }
}

function broken(file: string, why: string, cause?: unknown): AppError {
  return new AppError({
    code: 'broken-template',
    fault: 'ours',
    say: {
      vi: `Mẫu thông báo ${file} hỏng: ${why}`,
      en: `The notice template ${file} is broken: ${why}`,
    },
    cause,
  });
}
