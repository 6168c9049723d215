import { expect, test } from 'vitest';
import { design } from './design';
import { formats, type Format } from './layout';
import { grouped } from './code';
import { qr, quietZone } from '../shared/qr';

const sideInPrint: Record<Format, number> = { cr80: 27, a6: 52 };

test('a code of ours makes the smallest QR code', () =>
  expect(qr('7MK4XWP3DH9RT2CJEFAT').side).toBe(21 + 2 * quietZone));

test.each(Object.keys(formats) as Format[])(
  'on %s a module is half a millimetre and more, also with the longest code of an import',
  (format) => expect(sideInPrint[format] / qr('ü~'.repeat(32).replace(/ü/g, 'x')).side).toBeGreaterThan(0.5),
);

test('nothing dark is in the quiet zone', () => {
  const { side, path } = qr('CODE-ANA');
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(quietZone);
    expect(Number(y)).toBeGreaterThanOrEqual(quietZone);
    expect(Number(x) + Number(width)).toBeLessThanOrEqual(side - quietZone);
    expect(Number(y)).toBeLessThan(side - quietZone);
  }
});

test('a code of ours is written in groups, and one of an import as it is', () => {
  expect(grouped('7MK4XWP3DH9RT2CJEFAT')).toBe('7MK4 XWP3 DH9R T2CJ EFAT');
  expect(grouped('CODE-ANA')).toBe('CODE-ANA');
});

test('every size of every place lets at least one line in', () => {
  for (const places of Object.values(design))
    for (const box of Object.values(places))
      expect(Math.max(...box.sizes) * 1.2, JSON.stringify(box)).toBeLessThanOrEqual(box.height + 1e-9);
});
