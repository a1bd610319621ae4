// Who may import whom: the arrows between rooms, import cycles, one-owner packages.
// It must never know what any of the files does.
import { posix } from 'node:path';
import ts from 'typescript';
import { everyNode, isProduct, type Source } from './sources.ts';

export type Import = { from: string; specifier: string; typeOnly: boolean };

/** A room, what it may import, and what it may import as types only. */
type Room = { room: string; may: readonly string[]; typesOf?: readonly string[] };

const WIRE = ['devices/protocol', 'devices/rules'];
/** The longest matching prefix is a file's room; a room may always import itself. */
export const ROOMS: readonly Room[] = [
  { room: 'audio/reading', may: [] },
  { room: 'audio/intake', may: ['audio/reading'] },
  { room: 'audio/voices', may: ['audio/errors.ts'] },
  {
    room: 'audio/mastering',
    may: ['audio/errors.ts', 'audio/in-order.ts', 'audio/disk.ts', 'audio/packets.ts'],
  },
  { room: 'audio', may: ['audio/reading', 'audio/intake', 'audio/voices', 'audio/mastering'] },
  { room: 'devices/protocol', may: [] },
  { room: 'devices/rules', may: [], typesOf: ['devices/protocol'] },
  { room: 'devices/profiles', may: ['devices/protocol'] },
  { room: 'devices/agent', may: [...WIRE, 'devices/profiles'] },
  { room: 'devices/simulator', may: [...WIRE, 'devices/agent'] },
  { room: 'src/domain', may: ['devices/rules'], typesOf: ['devices/protocol'] },
  { room: 'src/services', may: ['src/domain', ...WIRE] },
  { room: 'src/db', may: ['src/services', 'src/domain'], typesOf: WIRE },
  { room: 'src/senders', may: ['src/services', 'src/domain'] },
  { room: 'src/source', may: ['src/services', 'src/domain'] },
  { room: 'src/mqtt', may: ['src/services', 'src/domain', ...WIRE] },
  { room: 'src/http', may: ['src/services', 'src/domain', ...WIRE] },
  { room: 'src/web', may: [], typesOf: ['src/http'] },
  { room: 'src/papers', may: ['src/services', 'src/domain', 'src/one-thread.ts'] },
  { room: 'src/demo', may: [] },
  {
    room: 'src',
    may: [
      'src/domain',
      'src/services',
      'src/db',
      'src/mqtt',
      'src/http',
      'src/papers',
      'src/senders',
      'src/source',
      'audio',
      'audio/reading',
      'audio/intake',
      'audio/voices',
      ...WIRE,
    ],
  },
];
/** Test files and the tools' configuration may see everything. */

export function importsOf(source: Source): Import[] {
  const found: Import[] = [];
  everyNode(source.tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      found.push(imported(source, node.moduleSpecifier, isTypeOnly(node)));
    else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      found.push(imported(source, node.moduleSpecifier, node.isTypeOnly));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [what] = node.arguments;
      if (what && ts.isStringLiteral(what)) found.push(imported(source, what, false));
    }
  });
  return found;
}

/** Arrows that point where no arrow may. */
export function wrongArrows(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => isProduct(source.path))
    .flatMap(importsOf)
    .filter((found) => found.specifier.startsWith('.'))
    .filter((found) => !arrowStands(found))
    .map((found) => `${found.from} → ${target(found)}${found.typeOnly ? ' (types)' : ''}`);
}

/** Chains of files that import each other in a circle; types do not count, they vanish. */
export function importCycles(sources: readonly Source[]): string[] {
  const edges = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((found) => !found.typeOnly && found.specifier.startsWith('.'))
        .map(target),
    ]),
  );
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

export function roomOf(path: string): Room | undefined {
  return [...ROOMS]
    .sort((a, b) => b.room.length - a.room.length)
    .find(({ room }) => path.startsWith(`${room}/`));
}

function arrowStands(found: Import): boolean {
  const room = roomOf(found.from);
  const to = target(found);
  const toRoom = roomOf(to)?.room;
  if (!room || toRoom === room.room) return room !== undefined;
  const allows = (names: readonly string[]) => names.some((name) => name === toRoom || name === to);
  return allows(room.may) || (found.typeOnly && allows(room.typesOf ?? []));
}

function target(found: Import): string {
  return posix.normalize(posix.join(posix.dirname(found.from), found.specifier));
}

function imported(source: Source, specifier: ts.StringLiteral, typeOnly: boolean): Import {
  return { from: source.path, specifier: specifier.text, typeOnly };
}

/** `import type …`, or a clause in which every name is marked as a type. */
function isTypeOnly(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names) || names.elements.length === 0)
    return false;
  return names.elements.every((element) => element.isTypeOnly);
}
