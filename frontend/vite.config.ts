import { fileURLToPath, URL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const webapi = process.env.FLAVOR_WEBAPI_URL ?? 'http://127.0.0.1:8080';
const notifier = process.env.FLAVOR_NOTIFIER_URL ?? 'http://127.0.0.1:8090';
const proxy = {
  '/api': { target: webapi },
  '/ws': { target: notifier, ws: true },
};

// The policy that webapi sends; `vite preview` sends it too, so that a violation shows up early.
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
].join('; ');

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, proxy },
  preview: {
    port: 4173,
    proxy,
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  build: {
    target: 'es2022',
    // Data URIs would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    restoreMocks: true,
    // The second is what `flavor test` counts.
    reporters: ['default', 'junit'],
    outputFile: { junit: 'target/vitest-reports/vitest.xml' },
    testTimeout: 30_000,
  },
});
