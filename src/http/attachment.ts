// The header that makes a browser save an answer as a file, under its own name.
// It must never know what is in the file.

/** RFC 6266: the name twice, once in letters every browser takes, once as it is (RFC 8187). */
export function attachment(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/gu, '_').slice(0, 150);
  const whole = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
