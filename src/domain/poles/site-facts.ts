// What a technician may write down of a site, looked at once: a place in Vietnam, a SIM, a picture.
// It must never know rows, files or screens.
import { AppError } from '../errors.ts';
import type { Photo, Place, Sim, SiteFacts } from './pole-model.ts';

/** A site nobody has written anything of: most poles hang on a mobile network. */
export function firstFacts(siteId: string): SiteFacts {
  return {
    ...{ siteId, place: null, note: '', photo: null, deviceClass: 'mains-4g' },
    ...{ sim: null, volumePercent: 100 },
  };
}

/** The mainland and its islands: 8–24° N, and east to the last of Trường Sa. */
const LAT = { min: 8, max: 24 };
const LON = { min: 102, max: 118 };
/** East of here is sea: what lies inland north of it is another country's. */
const MAINLAND_LON_MAX = 110;
const ISLANDS_LAT_MAX = 18;

/** Seven decimals are a centimetre; more are a machine's noise. */
const DECIMALS = 10_000_000;

export function checkPlace({ lat, lon }: Place): Place | AppError {
  const inBox = lat >= LAT.min && lat <= LAT.max && lon >= LON.min && lon <= LON.max;
  if (!inBox || (lon > MAINLAND_LON_MAX && lat > ISLANDS_LAT_MAX)) return elsewhere(lat, lon);
  const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
  return { lat: rounded(lat), lon: rounded(lon) };
}

export function checkSim(sim: Sim): Sim | AppError {
  const number = sim.number.replace(/[\s.-]/gu, '');
  if (number !== '' && !/^\+?\d{6,15}$/u.test(number)) return badNumber();
  return { ...sim, carrier: sim.carrier.trim(), plan: sim.plan.trim(), number };
}

/** Below it nobody hears a word, and nobody knows why: silence is what a hush is for. */
export const VOLUME_MIN_PERCENT = 10;

export function checkVolume(volumePercent: number): number | AppError {
  return volumePercent < VOLUME_MIN_PERCENT ? tooQuiet() : volumePercent;
}

/** By its first bytes, whatever it is called (PNG §5.2; JPEG: SOI and a marker). */
export function pictureType(bytes: Uint8Array): Photo['type'] | null {
  const starts = (...magic: number[]) => magic.every((byte, n) => bytes[n] === byte);
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  return starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'image/png' : null;
}

function elsewhere(lat: number, lon: number): AppError {
  const swapped = lat >= LON.min && lat <= LON.max && lon >= LAT.min && lon <= LAT.max;
  return new AppError({
    code: 'place-elsewhere',
    fault: 'caller',
    say: {
      vi: `Tọa độ này không nằm trong Việt Nam.${swapped ? ' Có lẽ vĩ độ và kinh độ bị đổi chỗ.' : ''}`,
      en: `This place is not in Vietnam.${swapped ? ' Latitude and longitude seem to be swapped.' : ''}`,
    },
    place: 'place',
  });
}

function tooQuiet(): AppError {
  return new AppError({
    code: 'too-quiet',
    fault: 'caller',
    say: {
      vi: `Âm lượng thấp nhất là ${VOLUME_MIN_PERCENT}%. Muốn loa im, hãy đặt tạm im.`,
      en: `The lowest volume is ${VOLUME_MIN_PERCENT} %. To keep a speaker silent, hush it.`,
    },
    place: 'volumePercent',
  });
}

function badNumber(): AppError {
  return new AppError({
    code: 'bad-sim-number',
    fault: 'caller',
    say: {
      vi: 'Số SIM gồm 6–15 chữ số, có thể bắt đầu bằng dấu cộng.',
      en: 'A SIM number has 6–15 digits, and may begin with a plus sign.',
    },
    place: 'sim',
  });
}
