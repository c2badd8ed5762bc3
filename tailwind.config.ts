import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'

/** The tokens of the notice board; a page uses these words and no others. */
export default {
  content: ['./app/root.tsx', './app/components/**/*.tsx', './app/routes/**/*.tsx'],
  corePlugins: { preflight: false },
  experimental: { optimizeUniversalDefaults: true },
  theme: {
    screens: { sm: '40rem', md: '48rem', print: { raw: 'print' } },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      white: '#ffffff',
      paper: '#faf8f3',
      card: '#ffffff',
      ink: '#1d2329',
      quiet: 'var(--quiet)',
      rule: '#8b949c',
      hair: '#e4ded1',
      teal: { DEFAULT: '#0f5f5c', deep: '#0a4745', tint: '#dcefec' },
      wheat: { DEFAULT: '#8a5a00', tint: '#f6ead0' },
      bamboo: { DEFAULT: '#2f6b2f', tint: '#e2f0e0' },
      vermilion: { DEFAULT: '#b3261e', tint: '#fae3e0' },
    },
    fontFamily: {
      sans: [
        '"PingFang SC"',
        'MiSans',
        '"HarmonyOS Sans SC"',
        '"Noto Sans CJK SC"',
        '"Microsoft YaHei"',
        'system-ui',
        'sans-serif',
      ],
      song: ['"Songti SC"', '"Noto Serif CJK SC"', '"Source Han Serif SC"', 'STSong', 'SimSun', 'serif'],
      mono: ['ui-monospace', '"SF Mono"', 'Menlo', 'Consolas', '"Noto Sans Mono"', 'monospace'],
    },
    fontSize: {
      sm: '.84rem',
      base: '1rem',
      lg: '1.1rem',
      xl: '1.25rem',
      '2xl': '1.45rem',
      '3xl': '1.75rem',
      '4xl': '2rem',
    },
    borderRadius: { none: '0', DEFAULT: '4px', full: '9999px' },
    boxShadow: { none: 'none' },
    extend: {
      maxWidth: { measure: '34em', form: '38rem', page: '64rem', narrow: '44rem' },
      minHeight: { hit: '48px', press: '52px' },
    },
  },
  plugins: [plugin(({ addVariant }) => addVariant('elder', '[data-mode=elder] &'))],
} satisfies Config
