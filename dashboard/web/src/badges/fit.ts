/** Texts that fit their place: the size shrinks in steps, words wrap, and nothing is ever cut off. */

/** How wide a text is, in units of its size. */
export type Measure = (text: string) => number;

/** A place for a text; every length in millimetres. */
export interface Box {
  width: number;
  height: number;
  /** As many lines as it should have at most. */
  lines: number;
  /** Sizes to try, the largest first; the last is the smallest that reads well. */
  sizes: readonly number[];
  weight: number;
}

export interface Fitted {
  size: number;
  lines: string[];
}

export const lineHeight = 1.2;

/** The largest size of a box in which a text keeps to its lines; or, when it is too long for that, more lines in a smaller size, and words broken. */
export function fit(text: string, box: Box, measure: Measure): Fitted {
  // a dash or dot that stands alone ends a line and does not begin one
  const words = text.match(/\S+\s*(?:[·–—|]\s+)?/g) ?? [];
  const parts = words.flatMap((word) => word.match(/[^/-]*[/-]+\s*|[^/-]+/g) ?? []);
  const whole = largest(words, box, measure);
  const split = largest(parts, box, measure);
  // a line rather ends between words than after a hyphen, if that costs no more than one step
  const best = whole && split && whole.step <= split.step + 1 ? whole : (split ?? whole);
  if (best) return { size: best.size, lines: best.lines };
  for (let size = box.sizes.at(-1) ?? 1; ; size *= 0.95) {
    const pieces = parts.flatMap((part) => broken(part, box.width / size, measure));
    const lines = wrap(pieces, box.width / size, measure);
    if (lines && lines.length * size * lineHeight <= box.height) return { size, lines };
  }
}

function largest(parts: string[], box: Box, measure: Measure): (Fitted & { step: number }) | null {
  for (const [step, size] of box.sizes.entries()) {
    const lines = wrap(parts, box.width / size, measure);
    if (lines && lines.length <= box.lines && lines.length * size * lineHeight <= box.height)
      return { step, size, lines: balance(parts, lines, measure) };
  }
  return null;
}

/** Fills line after line; null when a part is wider than a line. */
function wrap(parts: string[], width: number, measure: Measure): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (measure(part.trimEnd()) > width) return null;
    if (line !== '' && measure((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

/** The same number of lines, as even as they can be: a last word does not stand alone when another can join it. */
function balance(parts: string[], lines: string[], measure: Measure): string[] {
  if (lines.length < 2) return lines;
  const widest = Math.max(...lines.map(measure));
  let best = lines;
  for (let share = 0.95; share > 0.5; share -= 0.05) {
    const evener = wrap(parts, widest * share, measure);
    if (evener?.length !== lines.length) break;
    best = evener;
  }
  return best;
}

/** A part in pieces that are no wider than a line. */
function broken(part: string, width: number, measure: Measure): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of part) {
    if (piece !== '' && measure((piece + letter).trimEnd()) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}
