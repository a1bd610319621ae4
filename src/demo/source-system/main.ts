// `npm run source-system`: a mock source system to be fetched from and told to, or one bulletin brought to a service.
// It must never know the service's insides: HTTP is all there is.
import { parseArgs } from 'node:util';
import { DemoFault, sentenceOf } from '../fault.ts';
import { clockOf, pushBulletin } from './push.ts';
import { openKey, writeKeysFile } from './signing.ts';
import { MODES, openSourceSystem } from './system.ts';
import {
  assignment,
  bulletin,
  emergency,
  type Item,
  malicious,
  type Where,
  warning,
} from './written.ts';

const HELP = `npm run source-system -- serve [--port 4600] [--mode ${MODES.join('|')}]
npm run source-system -- push --to http://127.0.0.1:8080 --areas xa-a,xa-b [--kind normal|priority|emergency|cap|assign|<attack>]

  --dir DIR         thư mục khóa của hệ thống nguồn giả (mặc định ./source-system) / folder of its key
  --province CODE   mã tỉnh (mặc định muong-thu) / the province's code
  --name NAME       tên (mặc định "tỉnh thử nghiệm") / its name
  --areas A,B       mã địa bàn / codes of areas
  --id ID           mã bản tin / the bulletin's name
  --revision N      lần sửa / its revision
  --title T, --text T
  --fresh-id        mỗi lần một mã mới / another name each time

serve in ra biến môi trường cho dịch vụ / prints the service's environment.
`;
const TEXT = { type: 'string' } as const;
const OPTIONS = {
  port: TEXT,
  mode: TEXT,
  dir: TEXT,
  province: TEXT,
  name: TEXT,
  areas: TEXT,
  to: TEXT,
  kind: TEXT,
  id: TEXT,
  revision: TEXT,
  title: TEXT,
  text: TEXT,
  'fresh-id': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
type Values = Partial<Record<Exclude<keyof typeof OPTIONS, 'fresh-id' | 'help'>, string>> & {
  'fresh-id'?: boolean;
};

const FOLDER = './source-system';
const PROVINCE = 'muong-thu';
const PORT = 4_600;

process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...argv], options: OPTIONS, allowPositionals: true },
    });
    const [what = 'serve'] = positionals;
    if (values.help || !['serve', 'push'].includes(what)) {
      process.stdout.write(HELP);
      return values.help ? 0 : 1;
    }
    return what === 'serve' ? await serve(values) : await push(values);
  } catch (error) {
    const { vi, en } = sentenceOf(error);
    process.stderr.write(`${vi}\n${en}\n`);
    return 1;
  }
}

async function serve(values: Values): Promise<number> {
  const { dir = FOLDER, name = 'tỉnh thử nghiệm', province = PROVINCE } = values;
  const mode = MODES.find((one) => one === (values.mode ?? 'normal'));
  if (!mode) throw wrong('--mode', MODES.join(', '));
  const key = openKey(dir);
  const keysFile = writeKeysFile({ folder: dir, key, name, provinceCode: province });
  const where = whereOf(values, Date.now());
  const onLetter = ({ kind, body }: { kind: string; body: unknown }) =>
    void process.stdout.write(`${JSON.stringify({ letter: kind, ...(body as object) })}\n`);
  const port = Number(values.port ?? PORT);
  const system = await openSourceSystem({ port, key, where, mode, token: null, onLetter });
  if (where.areas.length > 0) system.add(bulletin(where, worded(values)));
  process.stdout.write(`VANGXA_SOURCE_URL=${system.url} VANGXA_SOURCE_KEYS=${keysFile}\n`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await system.close();
  return 0;
}

async function push(values: Values): Promise<number> {
  const { to, dir = FOLDER } = values;
  if (!to || !URL.canParse(to)) throw wrong('--to', 'http://127.0.0.1:8080');
  const where = whereOf(values, await clockOf(to));
  const item = itemOf(where, values);
  const pushed = await pushBulletin({ to, item, key: openKey(dir) });
  process.stdout.write(`${JSON.stringify(pushed)}\n`);
  return pushed.status < 300 ? 0 : 1;
}

function itemOf(where: Where, values: Values): Item {
  const { kind = 'normal' } = values;
  const words = worded(values);
  if (kind === 'normal' || kind === 'priority')
    return bulletin(where, { priority: kind, ...words });
  if (kind === 'emergency') return emergency(where, words);
  if (kind === 'assign') return assignment(where, words);
  if (kind === 'cap') return warning(where, words.externalId ? { id: words.externalId } : {});
  const attacks = malicious(where);
  const attack = Object.hasOwn(attacks, kind) ? attacks[kind] : undefined;
  if (attack) return attack;
  throw wrong(
    '--kind',
    `normal, priority, emergency, cap, assign, ${Object.keys(attacks).join(', ')}`,
  );
}

function worded(values: Values) {
  const { id, revision, title, text } = values;
  const externalId = id ?? (values['fresh-id'] ? `TTN-${Date.now().toString(36)}` : undefined);
  return {
    ...(externalId === undefined ? {} : { externalId }),
    ...(revision === undefined ? {} : { revision: Number(revision) }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
  };
}

function whereOf({ areas = '', province = PROVINCE }: Values, nowMs: number): Where {
  const codes = areas.split(',').map((code) => code.trim());
  return { province, areas: codes.filter((code) => code !== ''), nowMs };
}

function wrong(option: string, accepts: string): DemoFault {
  return new DemoFault({ vi: `${option} cần: ${accepts}`, en: `${option} must be: ${accepts}` });
}
