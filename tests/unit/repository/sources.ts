/** Every source file of the extension, by its path from the project's root. */
export const sources: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      ['/utils/**/*.{ts,tsx}', '/components/**/*.{ts,tsx}', '/entrypoints/**/*.{ts,tsx,html}'],
      {
        query: '?raw',
        import: 'default',
        eager: true,
      },
    ),
  ).map(([path, text]) => [path.slice(1), text]),
)

/** The files that a file imports, as paths from the project's root; packages as they are written. */
export const importsOf = (path: string): string[] =>
  [
    ...(sources[path] ?? '').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
    ),
  ]
    .map(([, from, lazy, bare]) => from ?? lazy ?? bare ?? '')
    .map((target) => {
      if (target.startsWith('@/')) return target.slice(2)
      if (target.startsWith('.')) return new URL(target, `file:///${path}`).pathname.slice(1)
      return target
    })
