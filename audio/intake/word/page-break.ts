// The mark that stands where Word last broke a page, from its XML to the text.
// It must never reach a script: whoever puts it in takes it out.

/** A private character: no font and no language means anything by it. */
export const PAGE_BREAK = '\ue000';
