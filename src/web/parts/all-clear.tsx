// "Hết khẩn cấp": one button that ends a commune's emergencies and lets everything else go on.
// It must never say that it is over before the service did.
import { useSignal } from '@preact/signals';
import type { AllClearGiven, AllClearWish } from '../../http/schemas/speaker.ts';
import { poleApi } from '../pole-api.ts';
import { ApiFailure } from '../send.ts';
import { said, words } from '../words.ts';
import { Act } from './act.tsx';
import { Confirm } from './confirm.tsx';
import { Notice } from './notice.tsx';

/** Its template: config/notices/het-khan-cap.json. */
const NOTICE = '#/notice/het-khan-cap';

type Props = { areaId: string };
type OnPage = Props & { drill: boolean; over: boolean; done: () => void };

/** On the page of an emergency: asked before it is done; what was answered stays when it is over. */
export function AllClear({ areaId, drill, over, done }: OnPage) {
  const w = words.value.allClear;
  const given = useSignal<AllClearGiven | null>(null);
  return (
    <>
      {given.value && <Given given={given.value} />}
      {!over && (
        <Confirm
          label={drill ? w.drills : w.act}
          title={drill ? w.sureDrills : w.sure}
          ask={drill ? w.askDrills : w.ask}
          act={() =>
            poleApi.allClear(areaId, { drill }).then((answer) => {
              given.value = answer;
              done();
            })
          }
        />
      )}
    </>
  );
}

/** Inside a question that is asked already. */
export function AllClearInstead({ areaId, close }: Props & { close: () => void }) {
  const w = words.value.allClear;
  const given = useSignal<AllClearGiven | null>(null);
  // a drill's end must end no alarm: where both are open, whoever presses says which
  const both = useSignal(false);
  const give = (wish: AllClearWish) =>
    poleApi.allClear(areaId, wish).then(
      (answer) => {
        given.value = answer;
      },
      (failure: unknown) => {
        both.value ||= failure instanceof ApiFailure && failure.code === 'drill-and-real';
        throw failure;
      },
    );
  if (given.value) return <Given given={given.value} leave={close} />;
  return (
    <div class="group">
      <p class="hint">{w.instead}</p>
      {both.value && <Act act={() => give({ drill: true })}>{w.drills}</Act>}
      <Act act={() => give(both.value ? { drill: false } : {})}>{both.value ? w.real : w.act}</Act>
    </div>
  );
}

function Given({ given, leave }: { given: AllClearGiven; leave?: () => void }) {
  const { broker, titles, sentence } = given;
  return (
    <Notice tone={broker === 'connected' ? 'good' : 'bad'}>
      <strong>{words.value.allClear.ended(given.airings)}</strong>
      {titles.length > 0 && <p>{titles.join(' · ')}</p>}
      <p>{said(sentence)}</p>
      <p>
        <a href={NOTICE} onClick={leave}>
          {words.value.allClear.say}
        </a>
      </p>
    </Notice>
  );
}
