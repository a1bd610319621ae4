// The templates as tiles a thumb can hit, with a search that forgives missing marks; each its drawing.
// It must never know what a template says.
import { useSignal } from '@preact/signals';
import type { NoticeCategory, Template } from '../../../http/schemas/notice.ts';
import { Field } from '../../parts/field.tsx';
import { Empty } from '../../parts/notice.tsx';
import { language, said, words } from '../../words.ts';

const PATHS: Record<string, string> = {
  meeting:
    'M8 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm8 0a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 19a5 5 0 0 1 9-3 5 5 0 0 1 9 3',
  health: 'm15 4 5 5m-2-7 4 4M16.5 5.5l-9 9V18H11l9-9M4 20l3.5-3.5M11 9l2 2m-5 1 2 2',
  power: 'M13 3 5 14h6l-1 7 8-11h-6l1-7Z',
  water: 'M12 3s-6 6.5-6 11a6 6 0 0 0 12 0c0-4.500-6-11-6-11Z',
  money:
    'M3 6.500h18v11H3v-11Zm9 8a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM6 9.500v.1m12 4.900v.1',
  person: 'M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-7 9a7 7 0 0 1 14 0',
  receipt: 'M6 3h12v18l-3-2-3 2-3-2-3 2V3Zm3 5h6m-6 4h6',
  fire: 'M12 3c1 4 5 5.500 5 10.500a5 5 0 0 1-10 0c0-2 1-3.500 2-4.500 0 2 1 3 2 3 1.500-2 .5-6 1-9Z',
  flood:
    'M3 15c2 0 2-1.500 4.500-1.500S10 15 12 15s2-1.500 4.500-1.500S19 15 21 15M3 20c2 0 2-1.500 4.500-1.500S10 20 12 20s2-1.500 4.500-1.500S19 20 21 20M7 10l5-6 5 6',
  storm: 'M7 15a4 4 0 1 1 .5-8 5 5 0 0 1 9.500 1A3.500 3.500 0 0 1 17 15m-4-2-3 5h4l-2 4',
  lock: 'M6 11h12v9H6v-9Zm2.500 0V8a3.500 3.500 0 0 1 7 0v3',
  festival: 'M5 21V4m0 1h13l-3 4 3 4H5',
};

function Drawing({ name }: { name: string }) {
  return (
    <svg class="icon tile-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name] ?? PATHS.receipt} />
    </svg>
  );
}

const ORDER: readonly NoticeCategory[] = [
  'community',
  'health',
  'utility',
  'welfare',
  'security',
  'disaster',
];
/** Fewer are seen at a glance. */
const SEARCH_FROM = 8;

/** "hop ban" finds "Họp bản": marks cost a phone's keyboard three taps each. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\u0111/g, 'd')
    .replace(/\u0110/g, 'D')
    .toLowerCase();

export function Tiles({ templates }: { templates: readonly Template[] }) {
  const search = useSignal('');
  const w = words.value.notice;
  const wanted = plain(search.value.trim());
  const shown = templates
    .filter(({ hidden, title }) => !hidden && plain(`${title.vi} ${title.en}`).includes(wanted))
    .sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category));
  return (
    <>
      {templates.length > SEARCH_FROM && (
        <Field label={w.search} value={search} autocomplete="off" />
      )}
      {shown.length === 0 ? (
        <Empty title={w.noneFound} hint={w.noneFoundHint} />
      ) : (
        <ul class="tiles">
          {shown.map((template) => (
            <li key={template.id}>
              <a
                class={`tile${template.priority === 'emergency' ? ' tile-urgent' : ''}`}
                href={`#/notice/${template.id}`}
              >
                <Drawing name={template.icon} />
                <span lang={language.value}>{said(template.title)}</span>
                {template.priority === 'emergency' && <small>{words.value.say.emergency}</small>}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
