import { readFile } from 'node:fs/promises'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const route = '?__remix-build-client-route'
const styleSheets = /^import '[^']+\.css'$/gm

/** No page runs a script, so what is built for browsers is the style sheets that the pages name, and nothing else. */
const onlyStyleSheets: Plugin = {
  name: 'only-style-sheets',
  enforce: 'post',
  async transform(_code, id, options) {
    if (options?.ssr || !id.endsWith(route)) return null
    const source = await readFile(id.slice(0, -route.length), 'utf8')
    return { code: (source.match(styleSheets) ?? []).join('\n'), map: null }
  },
}

/** Builds the pages; `v3_lazyRouteDiscovery` stays off because its manifest address is a way to stop the server. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    onlyStyleSheets,
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
  build: {
    target: 'es2022',
    reportCompressedSize: false,
    // One file of pages: its parts must not wait for one another.
    rollupOptions: isSsrBuild ? { output: { inlineDynamicImports: true } } : {},
  },
}))
