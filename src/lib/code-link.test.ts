import { describe, expect, it } from 'vitest'
import { linkHost } from './code-link'

describe('a code is a link', () => {
  it.each([
    ['https://quan.example.com/c/8Kd93?x=1&y=%E5%8D%A1#top', 'quan.example.com'],
    ['http://example.cn', 'example.cn'],
    ['HTTPS://Example.COM:8443/A_b~c', 'example.com'],
  ])('%s', (code, host) => {
    expect(linkHost(code)).toBe(host)
  })
})

describe('a code is a text', () => {
  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'weixin://dl/business/?t=1',
    'file:///etc/passwd',
    '//example.com/x',
    'https://',
    'https://localhost/x',
    'https://192.168.1.1/x',
    'https://bank.example.com@evil.example/x',
    'https://раураl.com/x',
    'https://example.com/a b',
    'https://example.com/"onclick="x',
    'https://example.com/<svg>',
    'https://example.com\\@evil.example',
    'https://example.com/x\njavascript:alert(1)',
    ' https://example.com/x',
    'code https://example.com/x',
    `https://example.com/${'a'.repeat(1000)}`,
    '1234567890123456',
    '',
  ])('%j', code => {
    expect(linkHost(code)).toBeUndefined()
  })
})
