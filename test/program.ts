// How a test starts one of our programs: what was just built where nothing changed since, else compiled on the way.
// It must never know what a program does.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = ['src', 'audio', 'devices'];

/**
 * Words for node, to be started in the project's folder; a compiler beside each loudspeaker costs a second of a core.
 * @param name a file without its ending: "devices/agent/main"
 */
export function programOf(name: string): string[] {
  const built = `dist/${name}.js`;
  return isFresh(join(ROOT, built)) ? [built] : ['--import', 'tsx', `${name}.ts`];
}

function isFresh(built: string): boolean {
  return existsSync(built) && newestMs() < statSync(built).mtimeMs;
}

let known: number | null = null;
function newestMs(): number {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(ROOT, folder, path),
    ),
  );
  known ??= Math.max(
    ...files.filter((path) => path.endsWith('.ts')).map((path) => statSync(path).mtimeMs),
  );
  return known;
}
