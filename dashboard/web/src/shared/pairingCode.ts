/** The code that pairs a device: twelve letters and digits, which people read and type in groups of four. */
export const codeLength = 12;

/** A code as the server knows it, from what was typed or read: any case, with spaces and hyphens or without; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = bare(typed);
  return code.length === codeLength && /^[0-9A-Z]+$/.test(code) ? code : null;
}

/** A code in groups of four, also one that is still being typed. */
export const groupCode = (code: string): string => (bare(code).match(/.{1,4}/g) ?? []).join('-');

const bare = (typed: string) => typed.replace(/[\s\-–—_.]/g, '').toUpperCase();
