import { describe, expect, it } from 'vitest'
import { retried } from './retry'

const failing = (times: number) => {
  let calls = 0
  const load = async () => {
    calls += 1
    if (calls <= times) throw new Error(String(calls))
    return calls
  }
  return { load, calls: () => calls }
}

describe('retried', () => {
  it('answers when a later try succeeds', async () => {
    expect(await retried(failing(2).load, () => true, [0, 0])).toBe(3)
  })
  it('gives up after the last pause', async () => {
    const { load, calls } = failing(9)
    await expect(retried(load, () => true, [0, 0])).rejects.toThrow('3')
    expect(calls()).toBe(3)
  })
  it('does not repeat what will not pass', async () => {
    const { load, calls } = failing(9)
    await expect(retried(load, () => false, [0])).rejects.toThrow('1')
    expect(calls()).toBe(1)
  })
})
