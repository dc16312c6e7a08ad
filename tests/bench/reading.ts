import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file beside this one as a script for a page, which leaves what it exports under a global name. */
export const bundledScript = async (entry: string, name: string): Promise<string> => {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: true,
      lib: {
        entry: fileURLToPath(new URL(entry, import.meta.url)),
        formats: ['iife'],
        name,
      },
    },
  })
  const [bundle] = Array.isArray(result) ? result : [result]
  if (!bundle || !('output' in bundle)) throw new Error(`${entry} was not built`)
  return bundle.output[0].code
}

/** The pure stages of the pipeline as a script for a page: what the reader does, without the extension around it. */
export const readingScript = (): Promise<string> => bundledScript('./reading-entry.ts', 'reading')
