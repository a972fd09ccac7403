import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Two pages, one output: the explorer and GraphiQL. Every file that they load comes from the server that served them. */
export default defineConfig({
  root: 'client',
  // The page speaks English: React Aria's own sentences come along in no other language.
  plugins: [react(), optimizeLocales.vite({ locales: ['en-US'] })],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // A file inside a style as a data: address would be refused by the page's content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // GraphiQL's editor is that large; the explorer loads none of it.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { index: 'client/index.html', graphiql: 'client/graphiql.html' },
      // Libraries carry "use client" and "use no memo" for tools that are not used here.
      checks: { moduleLevelDirective: false },
    },
  },
})
