// Opens a port, or says in a person's words which one could not be had and which setting names another.
// It must never know what listens there.
import { AppError, type Sentence } from './domain/errors.ts';

export type Address = {
  host: string;
  port: number;
  /** the settings that say so, e.g. VANGXA_HTTP */
  prefix: 'VANGXA_HTTP' | 'VANGXA_MQTT';
};

/** @throws AppError of fault world for the reasons a port is not to be had; else what was thrown */
export async function listening<T>(at: Address, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw refusedPort(at, error);
  }
}

function refusedPort(at: Address, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = WHY[code];
  if (!why) return error;
  const place = `${at.host.includes(':') ? `[${at.host}]` : at.host}:${at.port}`;
  const { vi, en } = why(at.prefix);
  return new AppError({
    code: 'cannot-listen',
    fault: 'world',
    say: {
      vi: `Không mở được địa chỉ ${place}: ${vi}`,
      en: `Cannot listen on ${place}: ${en}`,
    },
    cause: error,
  });
}

const noSuchAddress = (prefix: string): Sentence => ({
  vi: `máy này không có địa chỉ đó. Hãy sửa ${prefix}_HOST.`,
  en: `this machine has no such address. Correct ${prefix}_HOST.`,
});
const noRight = (prefix: string): Sentence => ({
  vi: `tài khoản chạy dịch vụ không có quyền (cổng dưới 1024 dành cho root). Hãy đặt ${prefix}_PORT khác.`,
  en: `the account that runs the service may not (ports below 1024 are root's). Set another ${prefix}_PORT.`,
});

const WHY: Readonly<Record<string, (prefix: string) => Sentence>> = {
  EADDRINUSE: (prefix) => ({
    vi: `một chương trình khác đang dùng cổng này. Hãy dừng chương trình đó hoặc đặt ${prefix}_PORT khác.`,
    en: `another program is using this port. Stop it, or set another ${prefix}_PORT.`,
  }),
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
  EAI_AGAIN: noSuchAddress,
  EACCES: noRight,
  EPERM: noRight,
};
