// What abbreviations of Vietnamese administration stand for (CONVENTIONS §5; frequencies in the corpus).
// It must never know documents' own definitions: those win and live in `local.ts`.

import { LIFE_ABBREVIATIONS } from './abbreviations-life.ts';
import { STATE_ABBREVIATIONS } from './abbreviations-state.ts';

export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  [STATE_ABBREVIATIONS, LIFE_ABBREVIATIONS]
    .flatMap((lines) => lines.trim().split('\n'))
    .map((line) => {
      const gap = line.indexOf(' ');
      return [line.slice(0, gap), line.slice(gap + 1)];
    }),
);

/** Written with a full stop or a slash of their own; keys in lower case. */
export const DOTTED: ReadonlyMap<string, string> = new Map([
  ['tp.', 'thành phố'],
  ['tx.', 'thị xã'],
  ['tt.', 'thị trấn'],
  ['q.', 'quận'],
  ['p.', 'phường'],
  ['h.', 'huyện'],
  ['ths.', 'thạc sĩ'],
  ['ts.', 'tiến sĩ'],
  ['gs.', 'giáo sư'],
  ['pgs.', 'phó giáo sư'],
  ['gs.ts.', 'giáo sư, tiến sĩ'],
  ['gs.ts', 'giáo sư, tiến sĩ'],
  ['pgs.ts.', 'phó giáo sư, tiến sĩ'],
  ['pgs.ts', 'phó giáo sư, tiến sĩ'],
  ['bs.', 'bác sĩ'],
  ['ks.', 'kỹ sư'],
  ['cn.', 'cử nhân'],
  ['ls.', 'luật sư'],
  ['đ/c', 'đồng chí'],
  ['đ/c.', 'đồng chí'],
  ['v/v', 'về việc'],
  ['b/c', 'báo cáo'],
  ['k/c', 'kính chuyển'],
  ['t/h', 'thực hiện'],
  ['p/h', 'phối hợp'],
  ['n/c', 'nghiên cứu'],
  ['tr.', 'trang'],
  ['đ.', 'điều'],
  ['k.', 'khoản'],
  ['st.', 'sưu tầm'],
  ['tt.tu', 'thường trực tỉnh ủy'],
  ['tt.hđnd', 'thường trực hội đồng nhân dân'],
]);

/** Acronyms that are spelled, and known, so they are no doubt. */
export const SPELLED: ReadonlySet<string> = new Set(
  (
    'ASM IOC SOC SSO VNPT USB GPS GIS PKI CMS API SMS OTP QR PDF HTML URL RSSP LGSP NGSP ICTD GDP GRDP FDI ODA WTO WHO ' +
    'UNDP UNICEF ISO TCVN QCVN VTV VOV HTV VTC FPT EVN PVN BIDV TV CD DVD PC LCD XML IP LAN WAN WIFI ICT IT ID'
  ).split(' '),
);
