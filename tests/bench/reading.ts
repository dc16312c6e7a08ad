import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The pure stages of the pipeline as a script for a page: what the reader does, without the extension around it. */
export const readingScript = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL('./reading-entry.ts', import.meta.url)),
        formats: ['iife'],
        name: 'reading',
      },
    },
  })
  const [bundle] = Array.isArray(result) ? result : [result]
  if (!bundle || !('output' in bundle)) throw new Error('The reading script was not built')
  return bundle.output[0].code
}
