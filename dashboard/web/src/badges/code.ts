/** A code of ours in groups that one can read aloud; the code of an import as it is. */
export const grouped = (code: string): string =>
  /^[0-9A-Z]{20}$/.test(code) ? (code.match(/.{4}/g) ?? []).join(' ') : code;
