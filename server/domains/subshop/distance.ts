export interface Place {
  latitude: number
  longitude: number
}

const EARTH_KM = 6371

/** Kilometres as the crow flies, to ten metres. Pure. */
export function distanceKm(from: Place, to: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const half = (difference: number) => Math.sin(rad(difference) / 2) ** 2
  const a =
    half(to.latitude - from.latitude) +
    Math.cos(rad(from.latitude)) * Math.cos(rad(to.latitude)) * half(to.longitude - from.longitude)
  return Math.round(EARTH_KM * 2 * Math.asin(Math.min(1, Math.sqrt(a))) * 100) / 100
}
