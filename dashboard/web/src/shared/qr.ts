import qrcode from 'qrcode-generator';

export interface Qr {
  /** Modules of a side, with the quiet zone. */
  side: number;
  /** The dark modules as the path of an SVG, one unit each. */
  path: string;
}

export const quietZone = 4;

/** What a QR code's compact alphabet has; anything else takes more room. */
const compact = /^[0-9A-Z $%*+\-./:]+$/;

/** A QR code with medium error correction. */
export function qr(text: string): Qr {
  const code = qrcode(0, 'M');
  code.addData(text, compact.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const modules = code.getModuleCount();
  let path = '';
  for (let row = 0; row < modules; row++) {
    for (let from = 0; from < modules; from++) {
      let to = from;
      while (to < modules && code.isDark(row, to)) to++;
      if (to > from) path += `M${from + quietZone} ${row + quietZone}h${to - from}v1h${from - to}z`;
      from = to;
    }
  }
  return { side: modules + 2 * quietZone, path };
}
