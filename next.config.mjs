import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains' },
];

/** @type {import('next').NextConfig} */
const config = {
  turbopack: { root },
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a check of their own; starting a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  // The console's own endpoints get theirs from the route wrapper.
  headers: async () => [{ source: '/((?!api/(?!auth/)).*)', headers }],
  serverExternalPackages: ['@electric-sql/pglite', 'fontkit', 'pdfkit', 'pg', 'pg-boss', 'pino', 'undici'],
};

export default config;
