/** Oldest engines served; `config/index.ts` gives the same list to the style sheets. */
module.exports = {
  presets: [
    [
      'taro',
      { framework: 'react', ts: true, compiler: 'webpack5', targets: { chrome: '61', ios: '11', safari: '11' } },
    ],
  ],
}
