import { describe, expect, it } from 'vitest'
import { safeHtml } from './rich-text'

describe('safeHtml', () => {
  it('keeps structure and pictures', () => {
    expect(safeHtml('<p style="text-align:center;color:red">茶 &amp; 器<br/></p>')).toBe(
      '<p style="text-align:center">茶 &amp; 器<br></p>',
    )
    expect(safeHtml('<img src="https://a/b.jpg" width="800" onerror=alert(1) alt="壶">')).toBe(
      '<img src="https://a/b.jpg" alt="壶" class="rich__img">',
    )
    expect(safeHtml('<img src=/files/1.webp>')).toBe('<img src="/files/1.webp" alt="" class="rich__img">')
  })
  it('drops scripts, frames, handlers and odd addresses', () => {
    expect(safeHtml('<script>alert(1)</script>a<iframe src="x">b</iframe><style>p{}</style>')).toBe('a')
    expect(safeHtml('<p onclick="x()">a</p><a href="javascript:x()">b</a>')).toBe('<p>a</p>b')
    expect(safeHtml('<img src="javascript:x()"><img src="data:text/html,x">')).toBe('')
    expect(safeHtml('<div style="background:url(//evil);width:expression(x)">a</div>')).toBe('<div>a</div>')
  })
  it('is not fooled by broken markup', () => {
    expect(safeHtml('a < b > c')).toBe('a &lt; b &gt; c')
    expect(safeHtml('<scr<script>ipt>alert(1)</script>')).not.toMatch(/<script/i)
    expect(safeHtml('<<img src=x onerror=y>script>')).not.toMatch(/onerror/)
    expect(safeHtml('<script>never closed')).toBe('')
    expect(safeHtml('<img src="/a" alt="&quot; onerror=&quot;x">')).toBe(
      '<img src="/a" alt="&quot; onerror=&quot;x" class="rich__img">',
    )
    expect(safeHtml(`<img src='/a"onerror="x'>`)).toBe('<img src="/a&quot;onerror=&quot;x" alt="" class="rich__img">')
  })
  it('leaves text alone', () => expect(safeHtml('五年陈，枣香')).toBe('五年陈，枣香'))
})
