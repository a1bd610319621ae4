// The ceilings and manners of a file: lengths, headers, forbidden syntax and names.
// It must never know rooms or arrows.
import ts from 'typescript';
import { everyNode, isProduct, isTest, linesOf, type Source } from './sources.ts';

/** HOUSE: habits. A file or a function above its ceiling is two things. */
export const CEILING = {
  fileLines: 300,
  fileMedian: 80,
  functionLines: 70,
  functionP90: 25,
  /** The aim is 1. The gate stands where the house is and only ever rises (README, "does not do yet"). */
  testsToSource: 0.65,
} as const;

export function longFiles(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path) || isTest(path))
    .filter(({ text }) => linesOf(text) > CEILING.fileLines)
    .map(({ path, text }) => `${path}: ${linesOf(text)} lines`);
}

export type Sized = { place: string; lines: number };

/** Functions with a body in braces; one-line arrows would only flatter the figures. */
export function functionsOf(source: Source): Sized[] {
  const found: Sized[] = [];
  everyNode(source.tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    if (!ts.isBlock(node.body as ts.Node)) return;
    const from = source.tree.getLineAndCharacterOfPosition(node.getStart()).line;
    const to = source.tree.getLineAndCharacterOfPosition(node.end).line;
    const name = node.name?.getText() ?? '(unnamed)';
    found.push({ place: `${source.path}:${from + 1} ${name}`, lines: to - from + 1 });
  });
  return found;
}

export function longFunctions(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path))
    .flatMap(functionsOf)
    .filter(({ lines }) => lines > CEILING.functionLines)
    .map(({ place, lines }) => `${place}: ${lines} lines`);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Two comment lines first: what it is for, and what it must never know. */
export function headless(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path) || (isTest(path) && !path.endsWith('.test.ts')))
    .filter(({ text }) => {
      const [first = '', second = ''] = text.split('\n');
      return !/^\/\/ \S/.test(first) || !/^\/\/ .*must never \w/i.test(second);
    })
    .map(({ path }) => path);
}

/** Default exports, enums, `any`, `declare global`, decorators, `extends` of our own classes. */
export function badManners(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path) || isTest(path))
    .flatMap((source) => {
      const found: string[] = [];
      everyNode(source.tree, (node) => {
        const what = mannerBroken(node);
        if (what === null) return;
        const line = source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push(`${source.path}:${line} ${what}`);
      });
      return found;
    });
}

function mannerBroken(node: ts.Node): string | null {
  if (ts.isExportAssignment(node)) return 'default export';
  if (ts.canHaveModifiers(node)) {
    const kinds = ts.getModifiers(node)?.map(({ kind }) => kind) ?? [];
    if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return 'default export';
  }
  if (ts.isEnumDeclaration(node)) return 'enum';
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isDecorator(node)) return 'decorator';
  if (ts.isModuleDeclaration(node) && node.name.getText() === 'global') return 'declare global';
  return null;
}

/** Words that say nothing (PRODUCT.md: words). */
const EMPTY_ANYWHERE = /^(manager|helper|helpers|util|utils|handler|handlers)$/;
const EMPTY_AT_THE_END = /^(data|info|job|jobs|task|tasks)$/;

export function isEmptyName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return (
    words.some((word) => EMPTY_ANYWHERE.test(word)) || EMPTY_AT_THE_END.test(words.at(-1) ?? '')
  );
}

/** File names and exported names made of such words. */
export function emptyNames(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path))
    .flatMap((source) => {
      const file =
        source.path
          .split('/')
          .at(-1)
          ?.replace(/\.tsx?$/, '') ?? '';
      const names = [file, ...exportedNames(source)];
      return names.filter(isEmptyName).map((name) => `${source.path}: ${name}`);
    });
}

function exportedNames(source: Source): string[] {
  return source.tree.statements.flatMap((node) => {
    if (!ts.canHaveModifiers(node)) return [];
    const exported = ts
      .getModifiers(node)
      ?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map(({ name }) => name.getText());
    return 'name' in node && node.name ? [(node.name as ts.Node).getText()] : [];
  });
}
