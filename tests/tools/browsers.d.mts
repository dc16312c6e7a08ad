/** Path of a Chromium that starts, or null. The variable CHROMIUM chooses one. */
export declare const findChromium: () => string | null
/** Path of a Firefox that starts, or null. The variable FIREFOX chooses one. */
export declare const findFirefox: () => string | null
