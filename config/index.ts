import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IH5Config } from '@tarojs/taro/types/compile'
import { version } from '../package.json'
import { shop } from './shop'

type Chain = Parameters<NonNullable<IH5Config<'webpack5'>['webpackChain']>>[0]

const autoprefixer = { enable: true, config: { overrideBrowserslist: ['chrome >= 61', 'ios >= 11', 'safari >= 11'] } }
/** A px is a px on both platforms (`src/styles/README.md`): of the transform only `#ifdef` for one platform is used. */
const pxtransform = { enable: true, config: { methods: ['platform'] } }

/** Sizes of type follow the shopper's choice. */
const largerType = { [resolve(__dirname, 'larger-type.cjs')]: { enable: true } }

/** Answers that phones have kept are read again only by a program that means the same by them. */
const contract = createHash('sha256')
  .update(readFileSync(resolve(__dirname, '../src/api/wxapi.gen.ts')))
  .digest('hex')
  .slice(0, 8)

const ownQueryString = resolve(__dirname, 'query-string.cjs')
const ownPullDown = resolve(__dirname, '../src/platform/pull-down.h5.tsx')

/** What server and app share lies beside `src`; this package is written for newer phones than ours. */
const compile = { include: [resolve(__dirname, '../contract'), resolve(__dirname, '../node_modules/uqr')] }

/** Charts are drawn on a few pages of several subpackages: no other page is to wait for them. */
const CHARTS = /[\\/](node_modules[\\/](d3-\w+|internmap)|src[\\/]components[\\/]Trend)[\\/]/

export default defineConfig({
  projectName: 'xiaopu',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  sourceRoot: 'src',
  outputRoot: process.env.XIAOPU_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  alias: { '@': resolve(__dirname, '../src') },
  plugins: [resolve(__dirname, 'with-appid.ts'), resolve(__dirname, 'with-spoken-names.ts')],
  defineConstants: {
    SHOP: JSON.stringify(shop),
    VERSION: JSON.stringify(version),
    CONTRACT: JSON.stringify(contract),
    'process.env.SUPPORT_TARO_POLYFILL': '"disabled"',
    'process.env.SUPPORT_DINGTALK_NAVIGATE': '"disabled"',
  },
  mini: {
    compile,
    miniCssExtractPluginOption: { ignoreOrder: true },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform, autoprefixer, ...largerType },
  },
  h5: {
    compile,
    useHtmlComponents: true,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer, ...largerType },
    webpackChain(chain, webpack) {
      // Sizes are counted in gzip and tested; webpack counts them raw.
      chain.performance.hints(false)
      leaveOutUnused(chain)
      chain
        .plugin('own-pull-down')
        .use(webpack.NormalModuleReplacementPlugin, [/\/pull-down-refresh\/index\.js$/, ownPullDown])
      shareBetweenPages(chain)
    },
  },
})

/**
 * Polyfills of engines that are not served, custom elements that Taro's router and APIs import but we never show, and
 * a reader of addresses that can far more than the router asks.
 */
function leaveOutUnused(chain: Chain) {
  const nothing = resolve(__dirname, 'nothing.cjs')
  for (const unused of [
    'whatwg-fetch$',
    'abortcontroller-polyfill/dist/abortcontroller-polyfill-only$',
    'jsonp-retry$',
    '@tarojs/components/dist/components$',
    '@tarojs/components/dist/taro-components/taro-components.css$',
  ])
    chain.resolve.alias.set(unused, nothing)
  chain.resolve.alias.set('query-string$', ownQueryString)
  const sheet = resolve(__dirname, '../src/styles/taro-parts.scss')
  chain.resolve.alias.set('@tarojs/components-react/dist/index.css$', sheet)
}

/**
 * Taro shares only what the entry loads; without this every page brings its own copy of what pages have in common.
 * What only the pages of one subpackage have in common comes with the first of them.
 */
function shareBetweenPages(chain: Chain) {
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 0,
    maxInitialRequests: 30,
    maxAsyncRequests: 30,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      react: {
        name: 'react',
        chunks: 'all',
        test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/,
        priority: 200,
      },
      charts: { name: 'charts', chunks: 'async', test: CHARTS, priority: 100 },
      common: {
        name: (_: unknown, chunks: Chunk[]) => subpackageOf(chunks) ?? 'common',
        minChunks: 2,
        chunks: 'async',
        priority: 1,
        reuseExistingChunk: true,
      },
    },
  })
}

/** As much of webpack's chunks as says which page they were made for. */
interface Chunk {
  groupsIterable: Iterable<{ origins: Array<{ request: string }> }>
}

/** The subpackage that all pages of these chunks belong to. */
function subpackageOf(chunks: Chunk[]): string | undefined {
  const pages = chunks.flatMap(chunk => [...chunk.groupsIterable]).flatMap(({ origins }) => origins)
  const roots = new Set(pages.map(({ request }) => /packages\/(\w+)\//.exec(request)?.[1]))
  return roots.size === 1 ? [...roots][0] : undefined
}
