/** What the shop keeper writes from text files: articles, notices, single pages. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../../scripts/shop/text-file'
import { refused, told } from '../support/keeper'
import { codeOf, dataOf } from '../support/people'
import { fileFolder, picture } from '../support/pictures'
import { builtPrograms } from '../support/programs'
import { createShop } from '../support/shop'

const shop = await createShop()
const { wxapi } = shop
const file = fileFolder()
beforeAll(builtPrograms)

const written = (name: string, text: string): string => {
  const path = join(file('seat.txt', Buffer.from('')), '..', name)
  writeFileSync(path, text)
  return path
}

describe('htmlOf', () => {
  it('makes paragraphs, headings, points and pictures, and leaves HTML as it is', () => {
    expect(htmlOf('一行\n二行\n\n# 标题\n接着说\n\n- 甲\n- 乙\n\n![杯](a.jpg)')).toBe(
      '<p>一行<br>二行</p>\n<h3>标题</h3><p>接着说</p>\n<ul><li>甲</li><li>乙</li></ul>\n<p><img src="a.jpg" alt="杯"></p>',
    )
    expect(htmlOf('1 < 2 & **粗**')).toBe('<p>1 &lt; 2 &amp; <strong>粗</strong></p>')
    expect(htmlOf('<p>现成</p>')).toBe('<p>现成</p>')
  })
})

describe('shop article', () => {
  it('adds one with its pictures, hides it, shows it again and writes it anew', async () => {
    file('cup.png', await picture())
    const path = written(
      'cup.txt',
      '标题：挑杯\n分类：喝茶\n简介：薄一点\n封面: cup.png\n标签：杯、茶\n\n看杯口。\n\n![](cup.png)\n',
    )
    expect(await told(shop, 'article', 'add', path)).toMatch(/^已发布 \/ published: \d+ 挑杯\n$/)
    const [row] = await dataOf(wxapi.cmsArticles())
    expect(row).toMatchObject({ title: '挑杯', descript: '薄一点', tags: '杯,茶' })
    const id = String(row?.id)
    const { content, pic } = await dataOf(wxapi.cmsArticleDetail(Number(id)))
    const [, inside = ''] = /<img src="([^"]+)"/.exec(content) ?? []
    for (const address of [pic, inside]) expect((await fetch(address)).headers.get('content-type')).toMatch(/^image/)

    await told(shop, 'article', 'unpublish', id)
    expect(await codeOf(wxapi.cmsArticles())).toBe(700)
    expect(await told(shop, 'article', 'list')).toContain(`${id}\t未发布`)
    await told(shop, 'article', 'publish', id)
    await told(shop, 'article', 'update', id, written('cup.txt', '标题：挑一只杯\n\n再看杯底。'))
    expect((await dataOf(wxapi.cmsArticles()))[0]?.title).toBe('挑一只杯')
  })

  it('says what is wrong', async () => {
    expect(await refused(shop, 'article', 'add', '/nowhere.txt')).toContain('no such file')
    expect(await refused(shop, 'article', 'add', written('no.txt', '没有冒号\n\n字'))).toContain('第 1 行')
    expect(await refused(shop, 'article', 'add', written('no.txt', '标题: 空\n'))).toContain('正文')
    expect(await refused(shop, 'article', 'add', written('no.txt', '标题: 图\n\n![](none.png)'))).toContain('none.png')
    expect(await refused(shop, 'article', 'publish', '999')).toContain('no such article')
    expect(await refused(shop, 'article', 'burn')).toContain('usage')
  })
})

describe('shop page', () => {
  it('writes a single page', async () => {
    await told(shop, 'page', 'about', written('about.txt', '标题: 关于\n\n一条街上的小店。'))
    expect((await dataOf(wxapi.cmsPage('about'))).info).toMatchObject({
      title: '关于',
      content: '<p>一条街上的小店。</p>',
    })
    expect(await refused(shop, 'page', 'a b', written('x.txt', '标题: x\n\nx'))).toContain('not a key')
  })
})

describe('shop notice', () => {
  it('announces, lists and deletes', async () => {
    await told(shop, 'notice', 'add', written('n.txt', '标题: 放假\n\n初一到初三不发货。'), '--top')
    const { dataList } = await dataOf(wxapi.noticeList())
    expect(dataList).toMatchObject([{ title: '放假', isTop: true }])
    expect(await told(shop, 'notice', 'list')).toContain('置顶\t放假')
    await told(shop, 'notice', 'delete', String(dataList[0]?.id))
    expect(await codeOf(wxapi.noticeList())).toBe(700)
    expect(await refused(shop, 'notice', 'delete', '999')).toContain('no such notice')
  })
})
