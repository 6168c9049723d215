import { fit, type Box, type Fitted, type Measure } from './fit';
import type { Format } from './layout';

/** The places of a badge's texts. They are the sizes that badges.css gives them. */
export type Part = 'mission' | 'name' | 'organisation' | 'fact' | 'code';

export const design: Record<Format, Record<Part, Box>> = {
  cr80: {
    mission: { width: 62, height: 5, lines: 2, sizes: [3, 2.7, 2.4, 2.05], weight: 600 },
    name: {
      width: 76.4,
      height: 14.8,
      lines: 2,
      sizes: [9, 8, 7.2, 6.6, 6.1, 5.4, 4.8, 4.3, 3.8],
      weight: 700,
    },
    organisation: { width: 52, height: 8.2, lines: 2, sizes: [3.8, 3.3, 3, 2.7, 2.4], weight: 600 },
    fact: { width: 25, height: 6, lines: 2, sizes: [2.8, 2.5, 2.2], weight: 500 },
    code: { width: 52, height: 3, lines: 1, sizes: [2.4, 2.2, 2, 1.8], weight: 500 },
  },
  a6: {
    mission: { width: 74, height: 12.1, lines: 2, sizes: [5, 4.5, 4, 3.6, 3.2], weight: 600 },
    name: { width: 89, height: 38.5, lines: 2, sizes: [16, 14, 12, 10.5, 9, 8, 7, 6.2], weight: 700 },
    organisation: { width: 89, height: 15.5, lines: 2, sizes: [6.4, 5.6, 5, 4.4, 3.9], weight: 600 },
    fact: { width: 41, height: 12.1, lines: 3, sizes: [4.2, 3.8, 3.4, 3], weight: 500 },
    code: { width: 41, height: 8, lines: 2, sizes: [3.2, 2.9, 2.6], weight: 500 },
  },
};

export const family = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const em = 100;
const known = new Map<string, Fitted>();
const pens = new Map<number, Measure>();

/** A text as it fits its place on a badge, by the font that it is printed in. The font must have been loaded: see {@link loadFont}. */
export function fitted(format: Format, part: Part, text: string): Fitted {
  const key = `${format} ${part} ${text}`;
  const box = design[format][part];
  let result = known.get(key);
  if (!result) known.set(key, (result = fit(text, box, pen(box.weight))));
  return result;
}

/** Loads the letters that some texts need: the font comes in parts, by alphabet. */
export async function loadFont(texts: string): Promise<void> {
  const weights = [...new Set(Object.values(design.cr80).map((box) => box.weight))];
  await Promise.all(weights.map((weight) => document.fonts.load(`${weight} ${em}px ${family}`, texts)));
}

function pen(weight: number): Measure {
  let measure = pens.get(weight);
  if (!measure) {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) throw new Error('This browser draws no text.');
    context.font = `${weight} ${em}px ${family}`;
    // printers round letters to their own grid: a hundredth is left free
    measure = (text) => (context.measureText(text).width / em) * 1.01;
    pens.set(weight, measure);
  }
  return measure;
}
