import { builtIn } from '@/utils/sites/common/built-in'
import { platforms } from '@/utils/sites/common/platforms'
import { unknown } from '@/utils/sites/common/unknown'

/** Every adapter, in the order in which a page is offered to them. */
export const allAdapters = [...builtIn, ...platforms, ...unknown]
