// The languages a bulletin may be heard in, by their codes of ISO 639-3.
// It must never know files, voices, nor in which of them a bulletin is.

/** `name`: as Vietnamese calls it; `ownName`: as those who speak it do. */
export type SpokenLanguage = { code: string; name: string; ownName: string };

/** What a bulletin is in until somebody says otherwise; the list begins with it. */
export const VIETNAMESE = 'vie';

/** Two hundred codes of ISO 639-3 are of languages spoken in Viet Nam: more is no list to choose from. */
const LANGUAGES_MAX = 200;
/** A name stands on one line of a phone. */
const NAME_MAX = 60;

/** What is wrong with a list of languages, in a few words, or null. */
export function languagesFault(languages: readonly SpokenLanguage[]): string | null {
  const codes = languages.map(({ code }) => code);
  if (codes[0] !== VIETNAMESE) return `the first is not ${VIETNAMESE}`;
  if (codes.length > LANGUAGES_MAX) return `${codes.length} > ${LANGUAGES_MAX}`;
  const wrong = languages.find(({ code, name, ownName }) => {
    return !/^[a-z]{3}$/u.test(code) || !isName(name) || !isName(ownName);
  });
  if (wrong) return JSON.stringify(wrong);
  const twice = codes.find((code, n) => codes.indexOf(code) < n);
  return twice === undefined ? null : `${twice} twice`;
}

const isName = (name: string): boolean => name.trim() !== '' && name.length <= NAME_MAX;
