// A folder of templates that come with the product: each a JSON file named by its id, read and checked.
// It must never know what a template says.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, type Sentence } from './domain/errors.ts';

export type TemplateFolder<T> = {
  folder: string;
  /** above these it is no such folder, and no such file */
  filesMax: number;
  bytesMax: number;
  /** of the refusal */
  code: string;
  called: Sentence;
  /** what is wrong with it, in a few words, or null */
  faultOf(template: T): string | null;
};

/** In the order of their names. @throws AppError that says which file to put right */
export function readTemplates<T extends { id: string }>(of: TemplateFolder<T>): readonly T[] {
  const files = readdirSync(of.folder).filter((name) => name.endsWith('.json'));
  if (files.length > of.filesMax) throw broken(of, of.folder, `${files.length} > ${of.filesMax}`);
  return files.sort().map((file) => {
    const template = readOne(of, join(of.folder, file));
    if (`${template.id}.json` !== file) throw broken(of, file, template.id);
    return template;
  });
}

function readOne<T>(of: TemplateFolder<T>, path: string): T {
  if (statSync(path).size > of.bytesMax) throw broken(of, path, `> ${of.bytesMax}`);
  let fault: string | null;
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as T;
    // where a part is absent or of another kind, the check itself stumbles: broken all the same
    fault = of.faultOf(found);
    if (fault === null) return found;
  } catch (cause) {
    throw broken(of, path, String(cause), cause);
  }
  throw broken(of, path, fault);
}

type Named = Pick<TemplateFolder<never>, 'code' | 'called'>;

function broken({ code, called }: Named, ...[file, why, cause]: [string, string, unknown?]) {
  return new AppError({
    code,
    fault: 'ours',
    say: {
      vi: `${called.vi} ${file} hỏng: ${why}`,
      en: `${called.en} ${file} is broken: ${why}`,
    },
    cause,
  });
}
