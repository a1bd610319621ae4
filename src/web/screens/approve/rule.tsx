// Who approves for a commune: one, any of a list, or all of an editorial board; set by its administrator.
// It must never judge a list: the service refuses one that cannot work.
import { type Signal, useSignal } from '@preact/signals';
import type { ApprovalMode, RuleView } from '../../../http/schemas/approval.ts';
import { approveApi } from '../../approve-api.ts';
import { useAsk } from '../../ask.ts';
import { Form } from '../../parts/act.tsx';
import { Group, Radios } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { holds } from '../../session.ts';
import { words } from '../../words.ts';

type Props = {
  areaId: string;
  /** by the template that was taken and is not saved yet */
  offered?: ApprovalMode | null;
};

export function ApprovalRule({ areaId, offered = null }: Props) {
  const ask = useAsk({ ask: () => approveApi.rule(areaId), key: areaId, on: ['area'] });
  const w = words.value.approve.rule;
  // outlives the form: what was saved is another rule, so another form
  const saved = useSignal(false);
  return (
    <Section title={w.title}>
      {offered !== null && <Notice tone="wait">{w.offered(w[offered])}</Notice>}
      <Shown ask={ask}>
        {(rule) =>
          holds('administrator') ? (
            <RuleForm key={keyOf(rule)} {...{ rule, saved }} again={ask.again} />
          ) : (
            <Said rule={rule} />
          )
        }
      </Shown>
    </Section>
  );
}

/** Another rule is another form: what was chosen for the one before is not chosen for it. */
const keyOf = ({ mode, accountIds }: RuleView) => `${mode} ${accountIds.join(' ')}`;

function Said({ rule }: { rule: RuleView }) {
  const w = words.value.approve.rule;
  const listed = rule.approvers.filter(({ accountId }) => rule.accountIds.includes(accountId));
  return (
    <>
      <p>{w.view[rule.mode]}</p>
      {rule.mode !== 'one' && (
        <ul>
          {listed.map(({ accountId, name }) => (
            <li key={accountId}>{name}</li>
          ))}
        </ul>
      )}
      <Unable rule={rule} />
    </>
  );
}

function Unable({ rule: { unable } }: { rule: RuleView }) {
  const say = words.value.approve.rule.unable;
  return (
    <>
      {unable.map(({ accountId, name }) => (
        <Notice key={accountId} tone="bad">
          {say(name)}
        </Notice>
      ))}
    </>
  );
}

type FormProps = { rule: RuleView; saved: Signal<boolean>; again: () => void };

function RuleForm({ rule, saved, again }: FormProps) {
  const w = words.value.approve.rule;
  const mode = useSignal<ApprovalMode>(rule.mode);
  const able = new Set(rule.approvers.map(({ accountId }) => accountId));
  const chosen = useSignal(rule.accountIds.filter((id) => able.has(id)));
  const act = async () => {
    await approveApi.setRule(rule.areaId, { mode: mode.value, accountIds: [...chosen.value] });
    saved.value = true;
    again();
  };
  const option = (value: ApprovalMode) => ({ value, label: w[value], hint: w[`${value}Hint`] });
  const flip = (id: string) => {
    const left = chosen.value.filter((one) => one !== id);
    chosen.value = chosen.value.includes(id) ? left : [...left, id];
    saved.value = false;
  };
  const listed = mode.value !== 'one';
  return (
    <Form act={act} label={w.save} disabled={listed && chosen.value.length === 0}>
      <Unable rule={rule} />
      <Radios
        legend={w.mode}
        value={mode.value}
        options={[option('one'), option('any'), option('all')]}
        choose={(value) => {
          mode.value = value as ApprovalMode;
          saved.value = false;
        }}
      />
      {listed && (
        <Group legend={w.people}>
          {rule.approvers.length === 0 && <p class="hint">{w.nobody}</p>}
          {rule.approvers.map(({ accountId, name }) => (
            <label key={accountId} class="pick">
              <input
                type="checkbox"
                checked={chosen.value.includes(accountId)}
                onChange={() => flip(accountId)}
              />
              <span>{name}</span>
            </label>
          ))}
        </Group>
      )}
      {saved.value && <Notice tone="good">{words.value.common.saved}</Notice>}
    </Form>
  );
}
