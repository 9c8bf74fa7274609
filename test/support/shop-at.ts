/** A demo shop under its address, as its customers, its keeper and the outside parties meet it. Not only for tests. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Wxapi } from './client'
import type { DemoShopAddress } from './demo-server'

export interface DemoShop extends DemoShopAddress {
  wxapi: Wxapi
  /** Speaks to the simulated parties. */
  sim(path: string, body?: object): Promise<Record<string, never>>
  /** The shop keeper's command line: `keeper('ship', orderNumber, '顺丰速运', 'SF123')`. Answers what it printed. */
  keeper(...args: string[]): Promise<string>
}

export const shopAt = ({ origin, env }: DemoShopAddress, wxapi: Wxapi): DemoShop => ({
  origin,
  env,
  wxapi,
  async sim(path, body) {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${origin}/_sim${path}`, body && post)
    if (!response.ok) throw new Error(`simulator ${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Record<string, never>>
  },
  async keeper(...args) {
    const { stdout } = await promisify(execFile)(process.execPath, ['build/shop.mjs', ...args], {
      env: { ...process.env, ...env },
    })
    return stdout
  },
})
