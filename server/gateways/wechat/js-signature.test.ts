import { expect, it } from 'vitest'
import { jsSignature } from './js-signature'

it('signs as the official example does, without the fragment', () => {
  const fields = {
    ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg',
    nonce: 'Wm3WZYTPz0wzccnW',
    timestamp: 1414587457,
    url: 'http://mp.weixin.qq.com?params=value',
  }
  expect(jsSignature(fields)).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed')
  expect(jsSignature({ ...fields, url: `${fields.url}#top` })).toBe(jsSignature(fields))
  expect(jsSignature({ ...fields, url: `${fields.url}&a=1` })).not.toBe(jsSignature(fields))
})
