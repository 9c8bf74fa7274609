/** All that Taro's router asks of the package `query-string`: an address's query, in a tenth of the bytes. */
exports.parse = (search, { decode = true } = {}) => {
  const read = decode ? decoded : text => text
  const pairs = search
    .replace(/^[?#&]/, '')
    .split('&')
    .filter(Boolean)
  return Object.fromEntries(
    pairs.map(pair => {
      const [, name, value = ''] = /^([^=]*)=?(.*)$/.exec(pair)
      return [read(name), read(value)]
    }),
  )
}

/** Whoever writes addresses by hand writes half a percent sign as well. */
function decoded(text) {
  const spaced = text.replace(/\+/g, ' ')
  try {
    return decodeURIComponent(spaced)
  } catch (_) {
    return spaced
  }
}
