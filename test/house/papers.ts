// What the papers promise: the top level, package.json, README and the protocol's text.
// It must never know the inside of a source file.
import { packageOf } from './owners.ts';

/** HOUSE: the top level is fixed. */
export const TOP_LEVEL: readonly string[] = [
  '.ci',
  '.gitignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'audio',
  'biome.json',
  'config',
  'devices',
  'package-lock.json',
  'package.json',
  'src',
  'test',
  'tsconfig.build.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];

/** What stands at the top and should not, and what should and does not. */
export function topLevelFaults(files: readonly string[]): string[] {
  const found = new Set(files.map((path) => path.split('/')[0] ?? path));
  const extra = [...found].filter((name) => !TOP_LEVEL.includes(name));
  const absent = TOP_LEVEL.filter((name) => !found.has(name));
  return [
    ...extra.map((name) => `${name} is too much`),
    ...absent.map((name) => `${name} is absent`),
  ];
}

export type PackageFile = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
};
export type LockFile = { packages?: Record<string, { version?: string; integrity?: string }> };

/** HOUSE: npm's newest of these refuse the Node that the machines here run. */
const LINES: Readonly<Record<string, RegExp>> = {
  kysely: /^0\.28\./,
  'better-sqlite3': /^12\./,
  vitest: /^4\./,
  fastify: /^5\./,
  typescript: /^6\./,
  unpdf: /^1\.[0-7]\./,
};

/** Every dependency has a caret or exact range and one version, with its checksum, in the lock file. */
export function unpinned(file: PackageFile, lock: LockFile): string[] {
  const all = { ...file.dependencies, ...file.devDependencies };
  return Object.entries(all).flatMap(([name, range]) => {
    const locked = lock.packages?.[`node_modules/${name}`];
    const faults: string[] = [];
    if (!/^\^?\d+\.\d+\.\d+$/.test(range)) faults.push(`${name}: range ${range}`);
    if (!locked?.version || !locked.integrity) faults.push(`${name}: not in the lock file`);
    const line = LINES[name];
    if (line && !line.test(locked?.version ?? '')) faults.push(`${name}: off its line`);
    return faults;
  });
}

/** Commands a text names that package.json does not have. */
export function unknownCommands(text: string, scripts: Record<string, string>): string[] {
  const named = [...text.matchAll(/\bnpm run (?:--?[a-z-]+ )*([a-z][a-z0-9:-]*)/g)].map(
    (m) => m[1] ?? '',
  );
  return [...new Set(named)].filter((name) => !(name in scripts)).map((name) => `npm run ${name}`);
}

/** Paths a text names, in backticks or links, that nobody finds; `files` are relative to the root. */
export function unknownPaths(text: string, files: readonly string[]): string[] {
  const here = new Set(files);
  for (const file of files)
    for (let cut = file.lastIndexOf('/'); cut > 0; cut = file.lastIndexOf('/', cut - 1))
      here.add(file.slice(0, cut));
  return [...new Set(namedPaths(text))].filter((path) => !here.has(path.replace(/\/$/, '')));
}

function namedPaths(text: string): string[] {
  const ticked = [...text.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const rooms = /^(src|audio|devices|test|config|\.ci)\/[\w./-]+$/;
  const inTicks = ticked.flatMap((code) => code.split(/\s+/)).filter((word) => rooms.test(word));
  const inLinks = linked
    .filter((link) => !/^(https?:|#|mailto:|\/)/.test(link))
    .map((link) => link.replace(/#.*$/, '').replace(/^\.\//, ''));
  return [...inTicks, ...inLinks];
}

/** Dependencies README.md does not explain; types of a package come with the package. */
export function unexplained(file: PackageFile, readme: string): string[] {
  return Object.keys({ ...file.dependencies, ...file.devDependencies })
    .filter((name) => !name.startsWith('@types/'))
    .filter((name) => !readme.includes(packageOf(name) ?? name));
}
