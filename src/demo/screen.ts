// What a person at the terminal sees: sentences and progress bars, all on stderr, stdout stays for the result.
// It must never know what is being done, nor how far it will go.
import { MultiBar, type SingleBar } from 'cli-progress';
import type { Sentence } from './fault.ts';

export type Bar = { set(done: number, total: number): void; end(): void };
export type Screen = {
  say(sentence: Sentence): void;
  /** text as it stands: a table, a list */
  show(text: string): void;
  bar(title: Sentence): Bar;
  close(): void;
};
export type Output = { write(text: string): unknown; isTTY?: boolean };

/** Bars where somebody watches, plain lines where it is a file or a pipe. */
export function makeScreen(output: Output): Screen {
  return output.isTTY ? watchedScreen(output as NodeJS.WriteStream) : plainScreen(output);
}

const both = ({ vi, en }: Sentence): string => `${vi} · ${en}`;

/** Quarters tell enough in a log. */
const PLAIN_STEPS = 4;

function plainScreen(output: Output): Screen {
  const line = (text: string): void => void output.write(`${text}\n`);
  return {
    say: (sentence) => line(both(sentence)),
    show: line,
    bar(title) {
      let told = 0;
      return {
        set(done, total) {
          const step = total > 0 ? Math.floor((done / total) * PLAIN_STEPS) : 0;
          if (step <= told) return;
          told = step;
          line(`  ${both(title)}: ${Math.round((100 * step) / PLAIN_STEPS)} %`);
        },
        end() {
          if (told < PLAIN_STEPS) line(`  ${both(title)}: 100 %`);
          told = PLAIN_STEPS;
        },
      };
    },
    close: () => {},
  };
}

function watchedScreen(output: NodeJS.WriteStream): Screen {
  let bars = new Set<SingleBar>();
  let rows: MultiBar | null = null;
  const settle = (): void => {
    rows?.stop();
    rows = null;
    bars = new Set();
  };
  const show = (text: string): void => {
    if (bars.size === 0) settle();
    // above running bars cli-progress itself must make room
    if (rows) rows.log(`${text}\n`);
    else output.write(`${text}\n`);
  };
  return {
    say: (sentence) => show(both(sentence)),
    show,
    bar(title) {
      rows ??= new MultiBar({ stream: output, format: FORMAT, hideCursor: true });
      const bar = rows.create(1, 0, { title: both(title) });
      bars.add(bar);
      return {
        set(done, total) {
          bar.setTotal(Math.max(1, total));
          bar.update(done);
        },
        end() {
          bar.update(bar.getTotal());
          bar.stop();
          bars.delete(bar);
        },
      };
    },
    close: settle,
  };
}

const FORMAT = '  [{bar}] {percentage} % {title} {eta_formatted}';
