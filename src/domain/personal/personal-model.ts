// What a machine may notice in a text that is somebody's own, and how it says why.
// It must never know how it is found.
import type { Sentence } from '../errors.ts';

export const PERSONAL_KINDS = [
  ...(['phone', 'id-number', 'bank-account', 'birth-date'] as const),
  ...(['name-with-address', 'sensitive-name'] as const),
] as const;
export type PersonalKind = (typeof PERSONAL_KINDS)[number];
/** Where it stands, in UTF-16 units of the text. */
export type PersonalHint = { kind: PersonalKind; at: number; length: number };

/** Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: basic and sensitive personal data, as a commune meets them. */
const WHY: Readonly<Record<PersonalKind, Sentence>> = {
  phone: {
    vi: 'Đây là số điện thoại di động, thường là của một người.',
    en: 'This is a mobile telephone number, mostly one person’s.',
  },
  'id-number': {
    vi: 'Đây là số căn cước hoặc số chứng minh nhân dân của một người.',
    en: 'This is a person’s identity number.',
  },
  'bank-account': {
    vi: 'Đây là số tài khoản đứng cạnh tên một người.',
    en: 'This is an account number beside a person’s name.',
  },
  'birth-date': {
    vi: 'Chỗ này có vẻ nêu tên và ngày sinh của người dân.',
    en: 'This seems to give a villager’s name and date of birth.',
  },
  'name-with-address': {
    vi: 'Chỗ này có vẻ nêu tên một người và nơi người đó ở.',
    en: 'This seems to name a person and where they live.',
  },
  'sensitive-name': {
    vi: 'Chỗ này có vẻ nêu tên người bên cạnh chuyện sức khỏe, hộ nghèo hoặc trợ cấp của họ.',
    en: 'This seems to name people beside their health, poverty or allowance.',
  },
};

export const whyPersonal = (kind: PersonalKind): Sentence => WHY[kind];
