// `npm run demo`: reads the command line, shows the demonstration, prints the table, leaves nothing running.
// It must never know the steps in between.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Child } from './children.ts';
import { demonstrate, type Setting, type Shown } from './demo.ts';
import { DemoFault, sentenceOf } from './fault.ts';
import { HELP, type Options, readOptions, wantsHelp } from './options.ts';
import { makeScreen, type Screen } from './screen.ts';
import { serve } from './serve.ts';
import { tableOf } from './table.ts';

/** As a shell would say of a process ended by Ctrl-C. */
const INTERRUPTED = 130;

const screen = makeScreen(process.stderr);
const children: Pick<Child, 'stop'>[] = [];
/** From here on a process that ends was told to, and what fails for want of it is no complaint. */
let stopping = false;
// npm hands on what the terminal sent already: the second must not cut the stopping short
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    screen.close();
    screen.say({ vi: 'Đang dừng…', en: 'stopping…' });
    void stopAll().finally(() => process.exit(INTERRUPTED));
  });
process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  if (wantsHelp(argv)) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const options = readOptions(argv);
    const setting = settingOf(options);
    const shown = await demonstrate(setting);
    screen.close();
    print(options, shown, screen);
    if (options.serve) await serve(setting, shown);
    return shown.outcome.ok ? 0 : 1;
  } catch (thrown) {
    if (stopping) return INTERRUPTED;
    screen.close();
    complain(thrown);
    return 1;
  } finally {
    await stopAll();
  }
}

function settingOf(options: Options): Setting {
  const here = dirname(fileURLToPath(import.meta.url));
  const inSource = import.meta.url.endsWith('.ts');
  const project = join(here, inSource ? '../..' : '../../..');
  return {
    options,
    screen,
    built: join(project, 'dist'),
    config: join(project, 'config/demo'),
    // npm changes to the project's folder; the person may have stood elsewhere
    base: process.env.INIT_CWD ?? process.cwd(),
    nowMs: Date.now(),
    started,
  };
}

function print(options: Options, shown: Shown, to: Screen): void {
  const { outcome, place, unheard, brought } = shown;
  if (options.json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  else process.stdout.write(`${tableOf(outcome)}\n`);
  for (const { siteName, sentence } of unheard)
    to.show(`✗ ${siteName}: ${sentence.vi} · ${sentence.en}`);
  to.say({
    vi: `Từ hệ thống thông tin nguồn: “${brought.title}” (${brought.externalId}): ${brought.says}`,
    en: `from the source system, and acknowledged to it: ${brought.state}`,
  });
  to.say({
    vi: `Âm thanh từng cụm loa: ${place.speakers}/*.wav; bản tin: ${place.clip}; nhật ký: ${place.root}/*.log`,
    en: 'sound of each loudspeaker, the bulletin, the logs',
  });
}

function complain(thrown: unknown): void {
  const { vi, en } = sentenceOf(thrown);
  screen.show(`✗ ${vi}\n  ${en}`);
  const log = thrown instanceof DemoFault ? thrown.log : null;
  if (log !== null) screen.show(`  ${log}`);
  else if (!(thrown instanceof DemoFault) && thrown instanceof Error)
    screen.show(thrown.stack ?? '');
}

function started(child: Pick<Child, 'stop'>): void {
  children.push(child);
  if (stopping) void stopAll();
}

async function stopAll(): Promise<void> {
  await Promise.all(
    children
      .splice(0)
      .reverse()
      .map((child) => child.stop()),
  );
}
