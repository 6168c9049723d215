import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['EVENTOPS_URL'] ?? 'http://localhost:5080';

export default defineConfig({
  root: here('src'),
  publicDir: here('public'),
  // prerendering and devtools hooks put scripts into the page that a strict content security policy refuses
  plugins: [preact({ devToolsEnabled: false })],
  build: {
    outDir: here('../wwwroot'),
    emptyOutDir: true,
    target: 'es2022',
    // data: URLs for fonts and images would need a looser content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        home: here('src/index.html'),
        ops: here('src/ops/index.html'),
        floor: here('src/floor/index.html'),
        host: here('src/host/index.html'),
        badges: here('src/badges/index.html'),
        admin: here('src/admin/index.html'),
        signin: here('src/signin/index.html'),
        pair: here('src/pair/index.html'),
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
    },
  },
  test: { environment: 'node', include: ['**/*.test.ts'] },
});
