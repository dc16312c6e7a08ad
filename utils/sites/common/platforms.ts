import type { AdapterModule } from './registry'

/**
 * The platforms with reading code of their own. Dropping a file into `utils/sites/` registers it. Those that are
 * little more than a shape come with the script that reads declared markup, which needs the code for shapes anyway.
 */
export const platforms: readonly AdapterModule[] = Object.values(
  import.meta.glob<AdapterModule>(
    [
      '../*.ts',
      '!../blogger.ts',
      '!../text.ts',
      '!../discourse.ts',
      '!../disqus.ts',
      '!../ghost.ts',
      '!../spip.ts',
      '!../stack-exchange.ts',
      '!../substack.ts',
    ],
    { eager: true },
  ),
)
