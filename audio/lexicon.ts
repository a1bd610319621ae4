// The lexicon of this installation: the folder config/lexicon, read once.
// It must never know a document, nor what an entry is for.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lexicon, LexiconError, type LexiconFile, makeLexicon } from './reading/index.ts';

/** The built-in tables are a quarter of one megabyte in all; a file above it is no table. */
const MAX_BYTES = 1_000_000;

let loaded: Lexicon | null = null;

/** Throws a LexiconError that says which file and entry to put right. */
export function theLexicon(): Lexicon {
  loaded ??= loadLexicon(folderAbove(dirname(fileURLToPath(import.meta.url))));
  return loaded;
}

export function loadLexicon(folder: string): Lexicon {
  return makeLexicon(filesIn(folder));
}

/** The same files as a person wrote them, notes and examples too: for whoever looks through them. */
export function theLexiconFiles(): LexiconFile[] {
  return filesIn(folderAbove(dirname(fileURLToPath(import.meta.url))));
}

function filesIn(folder: string): LexiconFile[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => ({ file, content: parsed(folder, file) }));
}

/** From audio/ and from dist/audio/ alike. */
function folderAbove(folder: string): string {
  const here = join(folder, 'config', 'lexicon');
  if (existsSync(here)) return here;
  const above = dirname(folder);
  if (above === folder)
    throw new LexiconError('config/lexicon', {
      vi: 'không tìm thấy thư mục này phía trên chương trình',
      en: 'this folder is not above the program',
    });
  return folderAbove(above);
}

function parsed(folder: string, file: string): unknown {
  const path = join(folder, file);
  if (statSync(path).size > MAX_BYTES)
    throw new LexiconError(file, {
      vi: 'tệp lớn hơn 1 MB; hãy chia thành nhiều tệp',
      en: 'the file is larger than 1 MB; divide it',
    });
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new LexiconError(file, {
      vi: `không đúng dạng JSON, thường là thiếu dấu phẩy hay ngoặc kép (${String(error)})`,
      en: `not JSON, most often a comma or a quotation mark is absent (${String(error)})`,
    });
  }
}
