import { expect, it } from 'vitest'
import { distanceKm } from './distance'

it('is the way as the crow flies', () => {
  const [westLake, railway] = [
    { latitude: 30.2466, longitude: 120.1486 },
    { latitude: 30.2437, longitude: 120.182 },
  ]
  expect(distanceKm(westLake, railway)).toBeCloseTo(3.22, 1)
  expect(distanceKm(westLake, westLake)).toBe(0)
  expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(20_015, -1)
})
