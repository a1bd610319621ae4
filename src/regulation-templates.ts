// The published regulations that come with the product: the folder config/regulations, read and checked once.
// It must never know a commune, nor which of them began from one.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from './domain/errors.ts';
import { templateFault } from './domain/regulation/regulation-check.ts';
import type { RegulationTemplate } from './domain/regulation/regulation-model.ts';
import { projectRoot } from './project-root.ts';

/** Twenty-eight windows in four zones are a few thousand characters; a file above this is no regulation. */
const MAX_BYTES = 50_000;
/** A list to choose from, not to search in. */
const FILES_MAX = 40;

let loaded: readonly RegulationTemplate[] | null = null;

/** @throws AppError that says which file to put right: at the service's start, not when a commune chooses it */
export function builtInRegulations(): readonly RegulationTemplate[] {
  loaded ??= loadRegulations(join(projectRoot, 'config', 'regulations'));
  return loaded;
}

export function loadRegulations(folder: string): readonly RegulationTemplate[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  if (files.length > FILES_MAX) throw broken(folder, `${files.length} > ${FILES_MAX}`);
  return files.sort().map((file) => {
    const template = parsed(join(folder, file));
    if (`${template.id}.json` !== file) throw broken(file, template.id);
    return template;
  });
}

function parsed(path: string): RegulationTemplate {
  if (statSync(path).size > MAX_BYTES) throw broken(path, `> ${MAX_BYTES}`);
  let fault: string | null;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as RegulationTemplate;
    // where a part is absent or of another kind, the check itself stumbles: broken all the same
    fault = templateFault(found);
    if (fault === null) return found;
  } catch (cause) {
    throw broken(path, String(cause), cause);
  }
  throw broken(path, fault);
}

function broken(file: string, why: string, cause?: unknown): AppError {
  return new AppError({
    code: 'broken-regulation',
    fault: 'ours',
    say: {
      vi: `Mẫu quy chế ${file} hỏng: ${why}`,
      en: `The regulation template ${file} is broken: ${why}`,
    },
    cause,
  });
}
