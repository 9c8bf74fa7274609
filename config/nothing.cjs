/** Stands in for modules that Taro's H5 runtime imports and this app never calls: see `leaveOutUnused` in `index.ts`. */
module.exports = () => undefined
