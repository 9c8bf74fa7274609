import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { otherOrigins } from './storefront'

it('a page that was built for a hosted service may ask that one, and others ask nobody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiaopu-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  expect(otherOrigins(folder)).toEqual([])
  const connects = ['https://api.it120.cc', 'https://codes.example.com']
  writeFileSync(join(folder, 'storefront.json'), JSON.stringify({ connects, chunks: {} }))
  expect(otherOrigins(folder)).toEqual(connects)
})
