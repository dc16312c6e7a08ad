import { defineConfig } from 'wxt'

/** The platform's own hosts: read without asking. Every other host is the reader's choice. */
const platformHosts = ['*://*.blogspot.com/*']

export default defineConfig({
  imports: false,
  publicDir: 'assets/public',
  vite: () => ({
    // Dexie's modern build is a fifth smaller; every browser that runs this extension runs it.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { target: 'es2022' },
  }),
  manifest: ({ browser }) => ({
    name: 'Understory',
    description:
      'For people who read blogs for their comments: the thread unfolded, and what is worth keeping kept.',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab'],
    host_permissions: platformHosts,
    optional_host_permissions: ['*://*/*'],
    incognito: 'spanning',
    minimum_chrome_version: browser === 'firefox' ? undefined : '123',
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        'trusted-types dompurify',
      ].join('; '),
    },
    browser_specific_settings: {
      gecko: {
        id: 'understory@understory.invalid',
        strict_min_version: '128.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  }),
})
