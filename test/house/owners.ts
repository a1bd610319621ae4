// Which room owns which package, and which rooms may touch the machine at all.
// It must never know the arrows between rooms.
import ts from 'typescript';
import { type Import, importsOf } from './arrows.ts';
import { everyNode, isProduct, type Source } from './sources.ts';

/** Package (a trailing * covers a scope) → the paths that may import it. */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  '@echogarden/espeak-ng-emscripten': ['audio/voices/'],
  '@event-calendar/core': ['src/web/'],
  '@fastify/*': ['src/http/'],
  '@ffmpeg-installer/ffmpeg': ['audio/mastering/ffmpeg.ts'],
  '@preact/signals': ['src/web/'],
  aedes: ['src/mqtt/broker.ts'],
  asn1js: ['audio/intake/pdf/'],
  'better-sqlite3': ['src/db/'],
  'cli-progress': ['src/demo/'],
  'cli-table3': ['src/demo/'],
  docx: ['src/papers/'],
  'fast-xml-parser': ['src/source/'],
  fastify: ['src/http/'],
  htmlparser2: ['audio/intake/markup/'],
  kysely: ['src/db/'],
  'ical-generator': ['src/http/feeds/'],
  leaflet: ['src/web/'],
  mammoth: ['audio/intake/word/'],
  mqtt: ['src/mqtt/', 'devices/agent/link.ts', 'devices/simulator/'],
  'microsoft-cognitiveservices-speech-sdk': ['audio/voices/azure/'],
  nodemailer: ['src/senders/mail.ts'],
  'node-cron': ['src/services/heartbeat.ts', 'src/services/airing/cron-pattern.ts'],
  'opus-decoder': ['devices/agent/'],
  pdfmake: ['src/papers/'],
  pino: ['src/log.ts', 'devices/agent/log.ts'],
  pkijs: ['audio/intake/pdf/'],
  preact: ['src/web/'],
  qr: ['src/web/', 'src/papers/'],
  'sherpa-onnx-node': ['audio/check/', 'audio/voices/'],
  typebox: ['devices/protocol/', 'src/http/'],
  ulid: ['src/services/ids.ts', 'src/main.ts'],
  unpdf: ['audio/intake/pdf/'],
  'web-push': ['src/senders/web-push.ts'],
};

/** Parts of Node that reach outside the process have owners as well. */
export const NODE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': [
    'audio/intake/pdf/programs.ts',
    'audio/intake/process.ts',
    'audio/mastering/ffmpeg.ts',
    'audio/check/sherpa-ear.ts',
    'audio/voices/espeak-program.ts',
    'audio/voices/sherpa-process.ts',
    'src/demo/',
    'devices/',
  ],
};

/** Rooms that decide and never act: no part of Node that does IO, no clock, no chance. */
const PURE = ['src/domain/', 'devices/protocol/', 'devices/rules/', 'audio/reading/'];
const PURE_NODE = new Set(['node:crypto', 'node:zlib']);
const IMPURE_CALL = /^(Date\.now|performance\.now|Math\.random|setTimeout|setInterval)$/;

export function packageOf(specifier: string): string | null {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return null;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? null);
}

/** Imports of a package by a file that does not own it, or of a package nobody owns. */
export function strayPackages(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => isProduct(path))
    .flatMap(importsOf)
    .filter((found) => !owned(found))
    .map((found) => `${found.from} imports ${found.specifier}`);
}

export function ownersOf(name: string): readonly string[] | undefined {
  return OWNERS[name] ?? OWNERS[`${name.split('/')[0]}/*`];
}

/** Clocks, chance and IO inside the rooms that only decide. */
export function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => PURE.some((room) => path.startsWith(room)))
    .flatMap((source) => {
      const found = importsOf(source)
        .filter(({ specifier }) => specifier.startsWith('node:') && !PURE_NODE.has(specifier))
        .map(({ specifier }) => `${source.path} imports ${specifier}`);
      everyNode(source.tree, (node) => {
        if (ts.isCallExpression(node) && IMPURE_CALL.test(node.expression.getText()))
          found.push(`${source.path} calls ${node.expression.getText()}`);
      });
      return found;
    });
}

/** ffmpeg named as a program anywhere but in the one file that starts it. */
export function strayPrograms(sources: readonly Source[]): string[] {
  return literals(sources, (text) => text === 'ffmpeg' || text === 'ffprobe').filter(
    (place) => !place.startsWith('audio/mastering/ffmpeg.ts'),
  );
}

const SQL =
  /^\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s\S+\sSET|DELETE\s+FROM|CREATE\s+TABLE)\b/is;

export function straySql(sources: readonly Source[]): string[] {
  return literals(sources, (text) => SQL.test(text)).filter(
    (place) => !place.startsWith('src/db/'),
  );
}

function literals(sources: readonly Source[], wrong: (text: string) => boolean): string[] {
  const found: string[] = [];
  for (const source of sources.filter(({ path }) => isProduct(path)))
    everyNode(source.tree, (node) => {
      const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) ? node.text : null;
      if (text !== null && wrong(text)) found.push(`${source.path}: ${text.slice(0, 60)}`);
    });
  return found;
}

function owned({ from, specifier }: Import): boolean {
  const nodeOwners = NODE_OWNERS[specifier];
  if (nodeOwners) return nodeOwners.some((owner) => from.startsWith(owner));
  const name = packageOf(specifier);
  return name === null || (ownersOf(name)?.some((owner) => from.startsWith(owner)) ?? false);
}
