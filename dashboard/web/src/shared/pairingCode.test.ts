import { expect, test } from 'vitest';
import { groupCode, readCode } from './pairingCode';

test.each(['7K4MXWP3DH9R', '7k4m-xwp3-dh9r', ' 7K4M XWP3 DH9R ', '7k4m–xwp3–dh9r', '7K4M.XWP3.DH9R'])(
  'a code is read as people type it: %s',
  (typed) => expect(readCode(typed)).toBe('7K4MXWP3DH9R'),
);

test.each(['', '7K4MXWP3DH9', '7K4MXWP3DH9RR', '7K4M/XWP3/DH9R', 'ñK4MXWP3DH9R'])(
  'what cannot be a code is not sent: “%s”',
  (typed) => expect(readCode(typed)).toBeNull(),
);

test('a code is shown in groups of four, also while it is typed', () => {
  expect(groupCode('7k4mxwp3dh9r')).toBe('7K4M-XWP3-DH9R');
  expect(groupCode('7k4mx')).toBe('7K4M-X');
  expect(groupCode('7k4m-')).toBe('7K4M');
  expect(groupCode('')).toBe('');
});
