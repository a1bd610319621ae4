// The few line drawings of the page, each decorative: the words beside them say it.
// It must never know a screen.
import type { ComponentChildren } from 'preact';

const PATHS = {
  notice: 'M4 10v4h3l5 4V6L7 10H4Zm11-1.5a5 5 0 0 1 0 7m2.5-10a9 9 0 0 1 0 13',
  say: 'M5 19l1-4L16.5 4.5l3 3L9 18l-4 1Zm9.5-12.5 3 3',
  reports: 'M4 5h16v11H9.5L5 20v-4H4V5Zm4 4h8m-8 3h5',
  records: 'M5 3.5h14v17H5v-17Zm3.5 13V13m3.5 3.5V8m3.5 8.5v-6',
  recordings: 'M4 12h2l2-6 4 14 3-10 2 4h3',
  voices: 'M12 4a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V7a3 3 0 0 1 3-3Zm-6 8a6 6 0 0 0 12 0m-6 6v3',
  told: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15L6 16.5Zm4 3.5a2 2 0 0 0 4 0',
  source: 'M12 3v11m0 0-4-4m4 4 4-4M4.5 15v5h15v-5',
  approvals: 'M5 4h14v16H5V4Zm3.5 8 2.5 2.5L16 9',
  plan: 'M5 6h14v14H5V6Zm0 4.5h14M9 3.5V7m6-3.5V7',
  assign: 'M5 4h14v9H5V4Zm7 9v7m0 0-3-3m3 3 3-3M9 8.5h6',
  speakers: 'M12 21V11m-4 10h8M12 11l-6-2V5l6 1 6-1v4l-6 2Z',
  more: 'M4 7h16M4 12h16M4 17h16',
  areas:
    'M12 21s-6.5-5.6-6.5-11a6.5 6.5 0 0 1 13 0c0 5.4-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  accounts:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 5a3.5 3.5 0 0 1 0 6.5m2.5 3A6.5 6.5 0 0 1 21.5 20',
  audit: 'M7 4h10v16H7V4Zm3 4.5h4M10 12h4m-4 3.5h4',
  documents: 'M6 3.5h8l4 4V20.5H6V3.5Zm8 0v4h4M9 12h6m-6 3.5h6',
  alert: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.2',
  back: 'M14.5 5 8 12l6.5 7',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: a mouth and three waves, heard far. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="7" cy="16" r="3.4" />
      <path d="M13 10.5a7.8 7.8 0 0 1 0 11" />
      <path d="M17.5 6.5a13.4 13.4 0 0 1 0 19" />
      <path d="M22 2.6a18.9 18.9 0 0 1 0 26.8" />
    </svg>
  );
}

export type Tone = 'plain' | 'good' | 'wait' | 'bad' | 'urgent';
export function Chip({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`chip chip-${tone}`}>{children}</span>;
}
