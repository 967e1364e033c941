/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { templates } from './templates.mjs';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the jar takes its contents from; the services serve them from the class path. */
const out = (part: string): string => at(`target/classes/io/rejoinder/web/${part}`);

/** Both parts are built for browsers of the last two years, and carry the licences of what they bundle. */
const common = (part: string): NonNullable<UserConfig['build']> => ({
  outDir: out(part),
  emptyOutDir: true,
  target: 'es2022',
  license: { fileName: 'licenses.md' },
  modulePreload: false,
  reportCompressedSize: true,
});

const widget: UserConfig = {
  publicDir: false,
  plugins: [templates],
  build: {
    ...common('widget'),
    rolldownOptions: {
      input: at('src/widget/rejoinder-thread.ts'),
      // Sites name this file in a script element, so its name never changes.
      output: { entryFileNames: 'rejoinder.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** It stands beside the widget's folder, so it is one file and imports the widget by its address. */
const embed: UserConfig = {
  publicDir: false,
  build: {
    ...common('embed'),
    license: false,
    rolldownOptions: { input: at('src/embed/embed.ts'), output: { entryFileNames: 'embed.js' } },
  },
};

const console_: UserConfig = {
  root: at('console'),
  base: './',
  publicDir: false,
  build: {
    ...common('console'),
    // An inlined asset would be a data: address, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'widget') return widget;
  if (mode === 'embed') return embed;
  if (mode === 'console') return console_;
  return {
    test: {
      environment: 'happy-dom',
      include: ['test/**/*.test.ts'],
      setupFiles: ['test/setup.ts'],
      pool: 'threads',
      // One document for all: each test cleans up after itself.
      isolate: false,
    },
  };
});
