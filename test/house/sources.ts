// Reads the tree once for the house's checks: every source file with its syntax tree.
// It must never know which rules are checked on it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export type Source = { path: string; text: string; tree: ts.SourceFile };

/** What a run or a build leaves behind; never part of the house. */
const LEFT_BEHIND = new Set(['node_modules', 'dist', 'data', 'out', 'coverage', '.git']);

/** Every file under `root`, as relative paths with forward slashes. */
export function filesUnder(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        // `data` and `out` are left behind at the root only: a room may own a folder so named
        if (!(LEFT_BEHIND.has(entry.name) && folder === root)) walk(path);
      } else found.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(root);
  return found.sort();
}

export function sourceOf(path: string, text: string): Source {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind) };
}

export function readSources(root: string): Source[] {
  return filesUnder(root)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => sourceOf(path, readFileSync(join(root, path), 'utf8')));
}

/** What the product is made of, tests and the tools' configuration apart. */
export const isProduct = (path: string): boolean => /^(src|audio|devices)\//.test(path);
export const isTest = (path: string): boolean => path.startsWith('test/');

export function linesOf(text: string): number {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.length - 1 : lines.length;
}

/** Calls `see` on every node of a tree. */
export function everyNode(tree: ts.Node, see: (node: ts.Node) => void): void {
  see(tree);
  ts.forEachChild(tree, (child) => everyNode(child, see));
}
