export interface MapPoint {
  latitude: number
  longitude: number
}

/** How long the browser may look for the place. */
const TIMEOUT_MS = 10_000

/** Where the phone is now, when its owner lets the browser know; undefined otherwise. */
export const chooseMapPoint = (): Promise<MapPoint | undefined> =>
  new Promise(resolve => {
    if (!navigator.geolocation) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude: rounded(latitude), longitude: rounded(longitude) }),
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS },
    )
  })

/** A metre or so; more digits say nothing. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
