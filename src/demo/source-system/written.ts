// What the mock source system writes: an honest bulletin, a warning, and everything an attacker or a fault may send.
// It must never know how it is sent.
import { createHash } from 'node:crypto';

export type Where = { province: string; areas: readonly string[]; nowMs: number };
export type Item = {
  contentType: 'application/json' | 'application/cap+xml';
  body: Buffer;
  /** false: it goes out without a signature */
  signs: boolean;
};

export function bulletin(where: Where, of: Record<string, unknown> = {}): Item {
  const { province, areas, nowMs } = where;
  const written = {
    externalId: 'TTN-2026-0001',
    revision: 1,
    province,
    issuedAt: new Date(nowMs).toISOString(),
    sender: 'Trung tâm Văn hóa và Truyền thông tỉnh',
    priority: 'normal',
    title: 'Tiêm phòng dại cho chó, mèo',
    text: 'Từ ngày mai, trạm thú y tiêm phòng dại cho chó, mèo tại nhà văn hóa các bản. Mời bà con đưa vật nuôi đến tiêm.',
    areas,
    ...of,
  };
  return json(written);
}

/** With a recording of its own that lies at the source system. */
export function recording(
  where: Where,
  of: { path: string; bytes: Uint8Array; type: string } & Record<string, unknown>,
): Item {
  const { path, bytes, type, ...written } = of;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sound = { url: path, bytes: bytes.length, type, sha256 };
  return bulletin(where, { externalId: 'TTN-2026-GHI-AM', sound, ...written });
}

/** To be aired by each commune in its own hours, so often and by then. */
export function assignment(where: Where, of: Record<string, unknown> = {}): Item {
  const deadline = new Date(where.nowMs + 10 * 86_400_000).toISOString();
  return bulletin(where, {
    externalId: 'TTN-2026-GIAO',
    title: 'Tuyên truyền phòng cháy rừng',
    text: 'Mùa khô đã đến. Bà con không đốt nương khi có gió, không mang lửa vào rừng.',
    assign: { leastAirings: 3, deadline },
    ...of,
  });
}

/** With the words of a template of the service: its frame goes out before the text has its sound. */
export function emergency(where: Where, of: Record<string, unknown> = {}): Item {
  return bulletin(where, {
    externalId: 'TTN-2026-KHAN-1',
    priority: 'emergency',
    title: 'Xả lũ khẩn cấp',
    text: 'Thủy điện Nậm Mu xả lũ từ 15 giờ hôm nay. Bà con vùng hạ lưu rời ngay khỏi lòng sông, lòng suối.',
    template: 'xa-lu',
    ...of,
  });
}

export function warning(where: Where, of: { id?: string; msgType?: string } = {}): Item {
  const sent = new Date(where.nowMs).toISOString().replace(/\.\d+Z$/u, '+00:00');
  const codes = where.areas
    .map((code) => `<geocode><valueName>vangxa-area</valueName><value>${code}</value></geocode>`)
    .join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>${of.id ?? 'VN-KTTV-2026-1'}</identifier><sender>dubao@kttv.gov.vn</sender>
  <sent>${sent}</sent><status>Actual</status><msgType>${of.msgType ?? 'Alert'}</msgType>
  <scope>Public</scope>
  <info><language>vi-VN</language><category>Met</category><event>Lũ quét</event>
    <urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>
    <headline>Lũ quét &amp; sạt lở trên suối Nậm Mu</headline>
    <description>Nước lên rất nhanh.</description>
    <instruction>Rời ngay khỏi lòng suối.</instruction>
    <area><areaDesc>Hạ lưu Nậm Mu</areaDesc>${codes}</area>
  </info>
</alert>`;
  return { contentType: 'application/cap+xml', body: Buffer.from(xml), signs: true };
}

const RTL = String.fromCodePoint(0x202e);
const HASH = '0'.repeat(64);
const TEN_MB = 10 * 1024 * 1024;

/** Each by name: what must never reach a loudspeaker, or must reach it harmless. */
export function malicious(where: Where): Record<string, Item> {
  const id = (name: string) => ({ externalId: `ATTACK-${name}` });
  const laughs =
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><alert>&b;</alert>';
  return {
    unsigned: { ...emergency(where, id('unsigned')), signs: false },
    gigabyte: bulletin(where, {
      ...id('gigabyte'),
      sound: { url: '/sounds/1gb.wav', bytes: 1024 ** 3, type: 'audio/wav', sha256: HASH },
    }),
    'gigabyte-alone': bulletin(where, {
      ...{ ...id('gigabyte-alone'), text: '' },
      sound: { url: '/sounds/1gb.wav', bytes: 1024 ** 3, type: 'audio/wav', sha256: HASH },
    }),
    // the address of a cloud machine's own secrets
    'sound-elsewhere': bulletin(where, {
      ...id('elsewhere'),
      sound: { url: 'http://169.254.169.254/latest/', bytes: 10, type: 'audio/wav', sha256: HASH },
    }),
    html: bulletin(where, {
      ...id('html'),
      title: '<img src=x onerror=alert(1)><script>alert(2)</script>',
    }),
    'ten-megabytes': bulletin(where, { ...id('10mb'), text: 'a '.repeat(TEN_MB / 2) }),
    'right-to-left': bulletin(where, { ...id('rtl'), title: `Nộp ${RTL}000.05 đồng` }),
    'other-province': bulletin(where, { ...id('province'), province: 'tinh-khac' }),
    future: bulletin(where, { ...id('future'), issuedAt: '2099-01-01T00:00:00Z' }),
    'billion-laughs': {
      ...{ contentType: 'application/cap+xml', body: Buffer.from(laughs), signs: true },
    },
    broken: { ...json({}), body: Buffer.from('{"externalId": "x",\n  "revision" 1}') },
  };
}

function json(value: unknown): Item {
  return { contentType: 'application/json', body: Buffer.from(JSON.stringify(value)), signs: true };
}
