import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Builds the pages; `v3_lazyRouteDiscovery` stays off because its manifest address is a way to stop the server. */
export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ['**/*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
  ],
  ssr: { noExternal: [/^drizzle-orm/, 'zod', /^@conform-to/, 'i18next'] },
  server: { host: '127.0.0.1' },
  build: { target: 'es2022' },
})
