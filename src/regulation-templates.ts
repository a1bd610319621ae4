// The published regulations that come with the product: the folder config/regulations, read and checked once.
// It must never know a commune, nor which of them began from one.
import { join } from 'node:path';
import { templateFault } from './domain/regulation/regulation-check.ts';
import type { RegulationTemplate } from './domain/regulation/regulation-model.ts';
import { projectRoot } from './project-root.ts';
import { readTemplates } from './template-folder.ts';

/** Twenty-eight windows in four zones are a few thousand characters; a file above this is no regulation. */
const BYTES_MAX = 50_000;
/** A list to choose from, not to search in. */
const FILES_MAX = 40;

let loaded: readonly RegulationTemplate[] | null = null;

/** @throws AppError that says which file to put right: at the service's start, not when a commune chooses it */
export function builtInRegulations(): readonly RegulationTemplate[] {
  loaded ??= loadRegulations(join(projectRoot, 'config', 'regulations'));
  return loaded;
}

export function loadRegulations(folder: string): readonly RegulationTemplate[] {
  return readTemplates<RegulationTemplate>({
    ...{ folder, filesMax: FILES_MAX, bytesMax: BYTES_MAX, code: 'broken-regulation' },
    called: { vi: 'Mẫu quy chế', en: 'The regulation template' },
    faultOf: templateFault,
  });
}
