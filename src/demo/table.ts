// The result of a demonstration: the table for people and the same for machines.
// It must never know how any of the figures came about.
import Table from 'cli-table3';

export type Row = {
  id: string;
  village: string;
  verdict: string;
  startErrorMs: number | null;
  chunksReceived: number;
  chunksRepaired: number;
  secondsHeard: number;
  lufs: number | null;
  wav: string | null;
};
export type Outcome = {
  ok: boolean;
  document: string;
  clip: { seconds: number; lufs: number | null };
  speakers: Row[];
};

export function outcomeOf(facts: Omit<Outcome, 'ok'>): Outcome {
  const ok = facts.speakers.length > 0 && facts.speakers.every((row) => row.verdict === 'played');
  return { ok, ...facts };
}

const VERDICTS: Readonly<Record<string, string>> = {
  played: 'đã phát',
  'partly-played': 'phát một phần',
  'pre-empted': 'nhường bản tin khác',
  'skipped-by-rule': 'không phát theo quy chế',
  failed: 'không phát được',
  none: 'chưa có kết quả',
};

export function tableOf(outcome: Outcome): string {
  const table = new Table({
    head: [
      'cụm loa\nspeaker',
      'bản\nvillage',
      'kết quả\nverdict',
      'lệch giờ (ms)\nstart vs plan',
      'gói nhận/bù\nchunks/repaired',
      'giây nghe được\nseconds heard',
      'độ to\nLUFS',
    ],
    colAligns: ['left', 'left', 'left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const row of outcome.speakers)
    table.push([
      row.id,
      row.village,
      `${VERDICTS[row.verdict] ?? row.verdict} · ${row.verdict}`,
      figure(row.startErrorMs, 1),
      `${row.chunksReceived} / ${row.chunksRepaired}`,
      figure(row.secondsHeard, 1),
      figure(row.lufs, 1),
    ]);
  return table.toString();
}

function figure(value: number | null, digits: number): string {
  return value === null ? '–' : value.toFixed(digits);
}
