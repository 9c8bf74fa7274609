import { describe, expect, it } from 'vitest'
import { readXml, writeXml } from './xml'

describe('readXml', () => {
  it('reads text, CDATA, entities and nested elements', () => {
    const text =
      '<?xml version="1.0"?>\n<xml><A><![CDATA[<茶> & ]]></A>\n<B>1 &lt; 2 &#33;</B><C><D>x</D></C><E/></xml>\n'
    expect(readXml(text)).toEqual({ A: '<茶> &', B: '1 < 2 !', C: { D: 'x' }, E: '' })
  })

  it('makes a list of a name that comes again', () => {
    expect(readXml('<xml><a>1</a><a>2</a><a>3</a></xml>')).toEqual({ a: ['1', '2', '3'] })
  })

  it.each([
    ['a DTD', '<!DOCTYPE xml [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>'],
    ['attributes', '<xml a="1"><b>1</b></xml>'],
    ['an element left open', '<xml><a>1</xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['text alone', 'hello'],
    ['nothing', ''],
    ['depth', `${'<a>'.repeat(9)}${'</a>'.repeat(9)}`],
    ['length', `<xml><a>${'x'.repeat(70_000)}</a></xml>`],
  ])('refuses %s', (_, text) => {
    expect(readXml(text)).toBeUndefined()
  })

  it('leaves an unknown entity as it stands, and takes no prototype', () => {
    expect(readXml('<xml><a>&e;</a></xml>')).toEqual({ a: '&e;' })
    const fields = readXml('<xml><__proto__><x>1</x></__proto__></xml>')
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
  })
})

it('what is written is read again', () => {
  const fields = { A: 'a]]>b<c>', B: 7 }
  expect(readXml(writeXml(fields))).toEqual({ A: 'a]]>b<c>', B: '7' })
})
