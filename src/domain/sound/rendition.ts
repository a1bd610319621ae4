// The forms one clip is heard in: as it travels, thinner for a thin link, MP3 for what decodes nothing else.
// It must never know how a form is made, nor where it lies.

export type RenditionKind = 'opus24' | 'opus16' | 'mp3';
export type Rendition = { path: string; mime: string; bytes: number };
