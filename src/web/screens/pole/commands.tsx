// Asks a speaker to show itself or to test itself, and shows its answer when it comes.
// It must never take silence for an answer.
import { useSignal } from '@preact/signals';
import type { Command } from '../../../http/schemas/speaker.ts';
import { figure, hourSeconds, when } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Chip, type Tone } from '../../parts/icons.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import type { Part } from './one-speaker.tsx';

const COMMANDS: readonly Command['command'][] = ['identify', 'self-test'];

export function Commands({ detail, changed }: Part) {
  const w = words.value.pole;
  const { site, unitId } = detail.speaker;
  const waits = useSignal(false);
  const ask = async (command: Command['command']) => {
    const { broker } = await poleApi.command(site.id, command);
    waits.value = broker === 'waiting';
    changed();
  };
  return (
    <Section title={w.try}>
      {unitId === null && <p class="hint">{words.value.speakers.noUnit}</p>}
      <div class="actions">
        {COMMANDS.map((command) => (
          <Act key={command} disabled={unitId === null} act={() => ask(command)}>
            {w.commands[command]}
          </Act>
        ))}
      </div>
      <p class="hint">{w.tryHint}</p>
      {waits.value && <Notice tone="wait">{w.brokerWaits}</Notice>}
      <ul class="rows" aria-live="polite">
        {detail.commands.map((one) => (
          <Answer key={one.orderId} command={one} />
        ))}
      </ul>
    </Section>
  );
}

const TONE: Record<Command['state'], Tone> = {
  waiting: 'wait',
  answered: 'good',
  'no-answer': 'bad',
};

function Answer({ command }: { command: Command }) {
  const w = words.value.pole;
  const { state, ok, answeredAtMs, askedAtMs, askedBy } = command;
  const failed = state === 'answered' && ok === false;
  const says = failed ? w.answeredBad : w.answers[state];
  return (
    <li class="row">
      <span class="row-head">
        <strong>{w.commands[command.command]}</strong>
        <Chip tone={failed ? 'bad' : TONE[state]}>
          {answeredAtMs === null ? says : `${says} ${hourSeconds(answeredAtMs)}`}
        </Chip>
      </span>
      {Object.keys(command.facts).length > 0 && (
        <span>
          {Object.entries(command.facts)
            .map(([name, value]) => `${w.tested[name] ?? name}: ${sayValue(name, value)}`)
            .join(' · ')}
        </span>
      )}
      <small>{w.askedBy(askedBy, when(askedAtMs))}</small>
    </li>
  );
}

function sayValue(name: string, value: string | number | boolean): string {
  const w = words.value.pole;
  if (typeof value === 'boolean') return value ? w.yes : w.no;
  if (typeof value === 'number') return figure(name === 'freeBytes' ? value / 1e6 : value, 1);
  return name === 'power' ? (w.powers[value] ?? value) : value;
}
