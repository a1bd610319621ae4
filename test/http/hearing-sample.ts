// The doors of personal data, of text and sound moving together and of the podcast, answering samples.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import type { PersonalView } from '../../src/services/personal/personal-door.ts';
import type { Podcast, PodcastEpisode } from '../../src/services/podcast/podcast-door.ts';
import type { HearingView } from '../../src/services/sound/hearing-door.ts';
import { NOW_MS } from './sample.ts';

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

const MARK = { engine: 'espeak-ng 1.52.0', voice: 'vi', madeAtMs: NOW_MS };
export const personal: PersonalView = {
  marked: false,
  suspected: true,
  found: [
    {
      ...{ place: 'text', kind: 'phone', at: 4, length: 10, words: '0912345678' },
      say: { vi: 'Đây là số điện thoại.', en: 'This is a telephone number.' },
    },
  ],
  answer: null,
};
export const hearing: HearingView = {
  durationMs: 4_000,
  synthetic: MARK,
  peaks: [0, 60, 127, 30],
  clauses: [
    { words: 'Kính thưa bà con,', startMs: 0, endMs: 1_500, sentence: 0, estimated: false },
    { words: 'mời bà con họp.', startMs: 1_600, endMs: 4_000, sentence: 0, estimated: true },
  ],
  findings: [],
};
export const episode = (of: Partial<PodcastEpisode> = {}): PodcastEpisode => ({
  key: 'bul-1-0123456789abcdef',
  title: 'Họp bản tối thứ Bảy',
  source: '12/TB-UBND, Thông báo họp',
  documentNumber: '12/TB-UBND',
  genre: 'notice',
  language: 'vie',
  words: 'Mời bà con họp lúc mười chín giờ ba mươi.',
  communeName: 'Xã Mường La',
  airedAtMs: NOW_MS - 3_600_000,
  durationMs: 80_400,
  synthetic: MARK,
  sound: { bytes: 480_000, mime: 'audio/mpeg', suffix: 'mp3' },
  ...of,
});
export const podcast = (of: Partial<Podcast> = {}): Podcast => ({
  kind: 'commune',
  code: 'muong-la',
  name: 'Xã Mường La',
  baseUrl: 'https://loa.example.vn',
  episodes: [episode()],
  newest: null,
  changedAtMs: NOW_MS,
  page: 1,
  pages: 1,
  ...of,
});

export function doors(answer: Answer): Pick<Services, 'personalDesk' | 'hearings' | 'podcasts'> {
  const open = <T>(method: string, value: T) => {
    const asked = answer(method, value);
    return (input?: unknown) => asked(null, input);
  };
  const mark = { own: null, spoken: false, sentence: 'Bản tin do giọng máy đọc.' };
  return {
    personalDesk: {
      view: answer('personalDesk.view', personal),
      answer: answer('personalDesk.answer', personal),
      spokenMark: answer('personalDesk.spokenMark', mark),
      setSpokenMark: answer('personalDesk.setSpokenMark', mark),
    },
    hearings: {
      ofClip: answer('hearings.ofClip', Promise.resolve(hearing)),
      ofBulletin: answer('hearings.ofBulletin', Promise.resolve(hearing)),
    },
    podcasts: {
      view: open('podcasts.view', Promise.resolve(podcast())),
      sound: open(
        'podcasts.sound',
        Promise.resolve({ path: '/nowhere/a.mp3', mime: 'audio/mpeg' }),
      ),
    },
  };
}
