// The notice templates that come with the product: the folder config/notices, read and checked once.
// It must never know a commune, nor which of them it changed.
import { join } from 'node:path';
import type { NoticeTemplate } from './domain/notices/notice-model.ts';
import { checkTemplate } from './domain/notices/notice-template.ts';
import { projectRoot } from './project-root.ts';
import { readTemplates } from './template-folder.ts';

/** A template is two thousand characters; a file above this is no template. */
const BYTES_MAX = 50_000;
/** More tiles than this nobody looks through. */
const FILES_MAX = 60;

let loaded: readonly NoticeTemplate[] | null = null;

/** @throws AppError that says which file to put right: at the service's start, not at the first notice */
export function builtInNotices(): readonly NoticeTemplate[] {
  loaded ??= loadNotices(join(projectRoot, 'config', 'notices'));
  return loaded;
}

export function loadNotices(folder: string): readonly NoticeTemplate[] {
  return readTemplates<NoticeTemplate>({
    ...{ folder, filesMax: FILES_MAX, bytesMax: BYTES_MAX, code: 'broken-template' },
    called: { vi: 'Mẫu thông báo', en: 'The notice template' },
    faultOf(template) {
      const fault = checkTemplate(template);
      return fault && String(fault);
    },
  });
}
