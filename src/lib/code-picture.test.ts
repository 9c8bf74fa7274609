import { expect, it } from 'vitest'
import { barPicture, qrPicture } from './code-picture'

const svgOf = (address: string) => decodeURIComponent(address.replace('data:image/svg+xml,', ''))

it('draws a QR code as one path, its corners whole', () => {
  const svg = svgOf(qrPicture('123456789012'))
  expect(svg).toContain('viewBox="0 0 21 21"')
  expect(svg).toContain('M0 0h7v1h-7z')
  expect(svg.match(/<path/g)).toHaveLength(1)
})

it('draws a barcode over its whole height', () => {
  expect(svgOf(barPicture('123456789012', 40))).toMatch(/viewBox="0 0 101 40".*M0 0h2v40h-2z/)
})
