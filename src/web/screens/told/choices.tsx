// The table of kinds and channels, the quiet hours, the language: saved together.
// It must never offer a channel that leads nowhere as if it did.
import { type Signal, useSignal } from '@preact/signals';
import type { Channel, ToldSettings } from '../../../http/schemas/notification.ts';
import { Form } from '../../parts/act.tsx';
import { Group, Radios } from '../../parts/field.tsx';
import { Clock } from '../../parts/moment.tsx';
import { Notice } from '../../parts/notice.tsx';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';

type Own = ToldSettings['kinds'][number];
type Chosen = Record<string, readonly Channel[]>;

/** 21:00 to 6:00, as the service begins with. */
const NIGHT = { fromMinute: 1_260, toMinute: 360 };

export function Choices({ settings }: { settings: ToldSettings }) {
  const w = words.value;
  const chosen = useSignal<Chosen>(
    Object.fromEntries(settings.kinds.map(({ kind, channels }) => [kind, channels])),
  );
  const quiet = useSignal(settings.quiet);
  const language = useSignal(settings.language);
  const plainSms = useSignal(settings.plainSms);
  const saved = useSignal(false);
  const touch = () => {
    saved.value = false;
  };
  const save = async () => {
    await toldApi.save({
      choices: settings.kinds.map(({ kind }) => ({
        kind,
        channels: [...(chosen.value[kind] ?? [])],
      })),
      ...{ quiet: quiet.value, language: language.value, plainSms: plainSms.value },
    });
    saved.value = true;
  };
  return (
    <div class="choices" onChange={touch}>
      <Form act={save} label={w.common.save}>
        <p class="hint">{w.told.whichHint(settings.perHourMax)}</p>
        <Kinds chosen={chosen} settings={settings} />
        <QuietHours quiet={quiet} touch={touch} />
        <div class="card">
          <Radios
            legend={w.told.language}
            value={language.value}
            options={[
              { value: 'vi', label: w.told.languages.vi },
              { value: 'en', label: w.told.languages.en },
            ]}
            choose={(value) => {
              language.value = value as ToldSettings['language'];
            }}
          />
          <Radios
            legend={w.told.smsLetters}
            value={plainSms.value ? 'plain' : 'marked'}
            options={[
              { value: 'plain', label: w.told.plain, hint: w.told.plainHint },
              { value: 'marked', label: w.told.marked, hint: w.told.markedHint },
            ]}
            choose={(value) => {
              plainSms.value = value === 'plain';
            }}
          />
        </div>
        {saved.value && <Notice tone="good">{w.common.saved}</Notice>}
      </Form>
    </div>
  );
}

/** What is one's own business first; what may be asked for besides is folded away until it is. */
function Kinds({ chosen, settings }: { chosen: Signal<Chosen>; settings: ToldSettings }) {
  const own = settings.kinds.filter(({ addressed }) => addressed);
  const besides = settings.kinds.filter(({ addressed }) => !addressed);
  const isAsked = besides.some(({ channels }) => channels.length > 0);
  const row = (one: Own) => <OneKind key={one.kind} own={one} {...{ chosen, settings }} />;
  return (
    <>
      {own.length > 0 && <div class="card">{own.map(row)}</div>}
      {besides.length > 0 && (
        <details class="fold" open={isAsked || own.length === 0}>
          <summary>{words.value.told.besides}</summary>
          <div class="choices-besides">{besides.map(row)}</div>
        </details>
      )}
    </>
  );
}

const OUTER = ['push', 'mail', 'sms'] as const;

function OneKind(of: { own: Own; chosen: Signal<Chosen>; settings: ToldSettings }) {
  const { kind, addressed } = of.own;
  const w = words.value.told;
  const channels = of.chosen.value[kind] ?? [];
  // what is one's own business always stands in the list; what is not, only when asked for
  const offered: readonly Channel[] = addressed ? OUTER : ['app', ...OUTER];
  const flip = (channel: Channel) => {
    const isOn = channels.includes(channel);
    const next = isOn ? channels.filter((one) => one !== channel) : [...channels, channel];
    of.chosen.value = { ...of.chosen.value, [kind]: next };
  };
  return (
    <fieldset class="kind">
      <legend>{w.kinds[kind]}</legend>
      <div class="kind-ways">
        {offered.map((channel) => (
          <label key={channel} class="way-pick">
            <input
              type="checkbox"
              checked={channels.includes(channel)}
              disabled={channel !== 'app' && !of.settings[channel].ready}
              onChange={() => flip(channel)}
            />
            <span>{w.by[channel]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function QuietHours(of: { quiet: Signal<ToldSettings['quiet']>; touch: () => void }) {
  const w = words.value;
  const { quiet } = of;
  const set = (part: Partial<typeof NIGHT>) => {
    if (quiet.value) quiet.value = { ...quiet.value, ...part };
  };
  return (
    <div class="card">
      <Group legend={w.told.quiet}>
        <label class="pick">
          <input
            type="checkbox"
            checked={quiet.value !== null}
            onChange={() => {
              quiet.value = quiet.value === null ? NIGHT : null;
            }}
          />
          <span>
            {w.told.quietOn}
            <small>{w.told.quietHint}</small>
          </span>
        </label>
      </Group>
      {quiet.value && (
        <div class="span">
          <Clock
            label={w.areas.from}
            minute={quiet.value.fromMinute}
            set={(fromMinute) => set({ fromMinute })}
          />
          <Clock
            label={w.areas.to}
            minute={quiet.value.toMinute}
            set={(toMinute) => set({ toMinute })}
          />
        </div>
      )}
    </div>
  );
}
