export interface MapPlace {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** Shows a place on a map. */
export function showOnMap({ latitude, longitude, name, address }: MapPlace): void {
  const marker = `coord:${latitude},${longitude};title:${name};addr:${address}`
  window.location.href = `https://apis.map.qq.com/uri/v1/marker?marker=${encodeURIComponent(marker)}&referer=xiaopu`
}
