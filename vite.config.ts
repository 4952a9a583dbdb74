import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** What several surfaces draw with, in one chunk: many small ones compress worse. */
const SHARED = {
  name: 'picture',
  minShareCount: 2,
  test: /\/(shared|client\/(?!live\/|words\/catalogue))/,
};

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    // Every browser that runs our code knows it.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [SHARED] } } },
  },
  test: {
    root,
    setupFiles: ['test/learn-languages.ts'],
    // A test of whole processes or a real browser may have to wait for a busy machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'domain', root, environment: 'node', include: ['test/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'client', root, environment: 'jsdom', include: ['test/**/*.test.tsx'] },
      },
    ],
  },
});
