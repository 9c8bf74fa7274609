import { expect, it } from 'vitest'
import { sanitized } from './sanitized'

it('makes paragraphs of plain text', () => {
  expect(sanitized('一\n\n  二  \n')).toBe('<p>一</p><p>二</p>')
  expect(sanitized('<p>一<b>粗</b></p><div>二<br>三</div>')).toBe('<p>一粗</p><p>二</p><p>三</p>')
  expect(sanitized('')).toBe('')
})

it('keeps signs as what they are', () => {
  expect(sanitized('1 &lt; 2 &amp; "三"&nbsp;\'四\'')).toBe('<p>1 &lt; 2 &amp; &quot;三&quot; &#39;四&#39;</p>')
})

it.each([
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)',
  '<<img src=x onerror=alert(1)>>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '<a href="javascript:alert(1)">x</a>',
  '<svg/onload=alert(1)>',
  '<p title="</p><script>alert(1)</script>">',
])('lets nothing run: %s', written => {
  expect(sanitized(written).replace(/<\/?p>/g, '')).not.toMatch(/[<>"']/)
})

it('takes no time over a hostile text', () => {
  const start = performance.now()
  for (const text of ['<', '<a ', '&lt;', '</p', '<br ']) sanitized(text.repeat(20_000))
  expect(performance.now() - start).toBeLessThan(500)
})
