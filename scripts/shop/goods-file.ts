/** Goods in a CSV file, as spreadsheets write it: Chinese or English column names, UTF-8 or GBK. */
import { type Fen, toFen } from '../../contract/money'
import type { Db } from '../../server/db/database'
import type { GoodsDraft, SkuDraft } from '../../server/domains/goods/save'
import { findBranches } from '../../server/domains/subshop/store'
import { fieldOf, readCsv } from './csv'

/** Chinese and English names of the columns. The first two are needed. */
const COLUMNS = {
  name: ['名称', 'name'],
  price: ['价格', 'price'],
  originalPrice: ['原价', 'originalPrice'],
  stock: ['库存', 'stock'],
  barCode: ['条码', 'barCode'],
  choice: ['规格', 'choice'],
  category: ['分类', 'category'],
  branch: ['门店', 'branch'],
  characteristic: ['简介', 'characteristic'],
  content: ['详情', 'content'],
  pictures: ['图片', 'pictures'],
  weight: ['重量克', 'weightGram'],
  freight: ['运费模板', 'freight'],
  tags: ['标签', 'tags'],
  unit: ['单位', 'unit'],
  recommended: ['推荐', 'recommended'],
  onShelf: ['上架', 'onShelf'],
} as const

type Column = keyof typeof COLUMNS
type Row = Partial<Record<Column, string>> & { line: number }

/** What a file says of a product; what it leaves open is missing. */
export interface ImportedGoods {
  line: number
  existingId: number | undefined
  draft: Omit<GoodsDraft, 'skus'> & { skus: ImportedSku[] }
  pictures: string[]
}

export type ImportedSku = Omit<SkuDraft, 'stock'> & { stock?: number | undefined }

export interface Problem {
  line: number
  reason: string
}

/** Rows with the same bar code are choices of one product. All problems are found, not only the first. */
export async function readGoodsFile(
  file: string,
  db: Db,
  merchantId: number,
): Promise<{ goods: ImportedGoods[]; problems: Problem[] }> {
  const rows = readRows(file)
  const known = await knownNames(db, merchantId)
  const problems: Problem[] = []
  const goods: ImportedGoods[] = []
  for (const group of grouped(rows)) {
    const reader = new RowReader(problems, known)
    const one = reader.read(group)
    if (one) goods.push(one)
  }
  if (rows.length === 0) problems.push({ line: 1, reason: '文件里没有商品 / no goods in the file' })
  return { goods, problems: problems.sort((a, b) => a.line - b.line) }
}

function readRows(file: string): Row[] {
  return readCsv(file, [COLUMNS.name, COLUMNS.price]).map(row => ({
    ...Object.fromEntries((Object.keys(COLUMNS) as Column[]).map(column => [column, fieldOf(row, COLUMNS[column])])),
    line: row.line,
  }))
}

function grouped(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.barCode ?? `line ${row.line}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

interface Known {
  categories: Map<string, number>
  branches: Map<string, number>
  freights: Map<string, number>
  goodsByBarCode: Map<string, { id: number; hasChoice: boolean }>
}

async function knownNames(db: Db, merchantId: number): Promise<Known> {
  const categories = await db
    .selectFrom('categories')
    .select(['id', 'name', 'key'])
    .where('merchant_id', '=', merchantId)
    .execute()
  const freights = await db
    .selectFrom('freight_templates')
    .select(['id', 'name'])
    .where('merchant_id', '=', merchantId)
    .execute()
  const branches = await findBranches(db, merchantId)
  const goods = await db
    .selectFrom('goods')
    .select(['id', 'bar_code', 'properties_json'])
    .where('merchant_id', '=', merchantId)
    .where('bar_code', '!=', '')
    .execute()
  return {
    categories: new Map(
      categories.flatMap(
        ({ id, name, key }) =>
          [
            [name, id],
            [key, id],
          ] as const,
      ),
    ),
    branches: new Map(branches.map(({ id, name }) => [name, id])),
    freights: new Map(freights.map(({ id, name }) => [name, id])),
    goodsByBarCode: new Map(
      goods.map(({ id, bar_code, properties_json }) => [bar_code, { id, hasChoice: properties_json !== '[]' }]),
    ),
  }
}

class RowReader {
  constructor(
    private readonly problems: Problem[],
    private readonly known: Known,
  ) {}

  read(rows: readonly Row[]): ImportedGoods | undefined {
    const [first] = rows
    if (!first) return undefined
    const before = this.problems.length
    const existing = first.barCode ? this.known.goodsByBarCode.get(first.barCode) : undefined
    const skus = rows.map(row => this.sku(row, rows.length > 1))
    if (existing?.hasChoice && rows.length === 1 && !first.choice)
      this.problem(first, '该商品有规格，请每个规格写一行 / this product has choices: write a row for each')
    const draft: ImportedGoods['draft'] = {
      name: this.text(first, 'name', 100),
      characteristic: first.characteristic,
      content: first.content,
      unit: first.unit,
      tags: first.tags,
      barCode: first.barCode,
      originalFen: this.amount(first, 'originalPrice', false),
      weightGram: this.whole(first, 'weight'),
      categoryId: this.lookUp(first, 'category', this.known.categories),
      shopId: this.lookUp(first, 'branch', this.known.branches),
      freightId: this.lookUp(first, 'freight', this.known.freights),
      isRecommended: this.flag(first, 'recommended'),
      isOnShelf: this.flag(first, 'onShelf'),
      properties: propertiesOf(skus.map(({ choice }) => choice)),
      skus: skus.map(({ choice, ...sku }) => ({ ...sku, values: choice.map(({ value }) => value) })),
    }
    this.sameProperties(
      rows,
      skus.map(({ choice }) => choice),
    )
    if (this.problems.length > before) return undefined
    const pictures = (first.pictures ?? '').split(/[;；|\s]+/).filter(Boolean)
    return {
      line: first.line,
      existingId: existing?.id,
      draft,
      pictures,
    }
  }

  private sku(row: Row, needsChoice: boolean): Omit<ImportedSku, 'values'> & { choice: Choice } {
    const choice = choiceIn(row.choice)
    if (needsChoice && choice.length === 0)
      this.problem(row, '同一条码有多行时，每行都要填规格，如 颜色:红 / rows of one bar code need a choice')
    if (row.choice && choice.some(({ name, value }) => !name || !value))
      this.problem(row, `规格格式应如 颜色:红;尺码:大，不是 ${row.choice}`)
    return {
      choice,
      priceFen: this.amount(row, 'price', true) ?? toFen(0),
      originalFen: this.amount(row, 'originalPrice', false),
      stock: this.whole(row, 'stock'),
      weightGram: this.whole(row, 'weight'),
    }
  }

  private sameProperties(rows: readonly Row[], choices: readonly Choice[]): void {
    const names = (choice: Choice) => choice.map(({ name }) => name).join('、')
    const seen = new Set<string>()
    for (const [i, row] of rows.entries()) {
      const choice = choices[i] ?? []
      if (names(choice) !== names(choices[0] ?? []))
        this.problem(row, '同一商品各行的规格名要一致 / the rows of a product must name the same properties')
      const values = choice.map(({ value }) => value).join('、')
      if (seen.has(values) && rows.length > 1) this.problem(row, `规格重复 / this choice comes twice: ${values}`)
      seen.add(values)
    }
  }

  private text(row: Row, column: Column, longest: number): string {
    const value = row[column] ?? ''
    if (!value) this.problem(row, `缺少${COLUMNS[column][0]} / ${COLUMNS[column][1]} is missing`)
    if (value.length > longest) this.problem(row, `${COLUMNS[column][0]}不能超过 ${longest} 个字 / is too long`)
    return value
  }

  private amount(row: Row, column: Column, isNeeded: boolean): Fen | undefined {
    const value = row[column]
    if (!value) {
      if (isNeeded) this.problem(row, `缺少${COLUMNS[column][0]} / ${COLUMNS[column][1]} is missing`)
      return undefined
    }
    if (/^\d{1,8}(\.\d{1,2})?$/.test(value)) return toFen(Number(value))
    this.problem(row, `${COLUMNS[column][0]}应如 128 或 19.90，不是 ${value} / must be an amount in yuan`)
  }

  private whole(row: Row, column: Column): number | undefined {
    const value = row[column]
    if (!value) return undefined
    if (/^\d{1,9}$/.test(value)) return Number(value)
    this.problem(row, `${COLUMNS[column][0]}应为整数，不是 ${value} / must be a whole number`)
  }

  private lookUp(row: Row, column: Column, ids: Map<string, number>): number | undefined {
    const value = row[column]
    if (!value) return undefined
    const id = ids.get(value)
    if (id === undefined)
      this.problem(row, `没有${COLUMNS[column][0]}「${value}」/ there is no such ${COLUMNS[column][1]}`)
    return id
  }

  private flag(row: Row, column: Column): boolean | undefined {
    const value = row[column]
    if (!value) return undefined
    if (/^(是|1|y|yes|true)$/i.test(value)) return true
    if (/^(否|0|n|no|false)$/i.test(value)) return false
    this.problem(row, `${COLUMNS[column][0]}应为 是 或 否，不是 ${value} / must be yes or no`)
  }

  private problem({ line }: Row, reason: string): void {
    this.problems.push({ line, reason })
  }
}

type Choice = { name: string; value: string }[]

/** `颜色:红;尺码:大` */
const choiceIn = (text = ''): Choice =>
  text
    .split(/[;；]/)
    .filter(Boolean)
    .map(part => {
      const [name = '', value = ''] = part.split(/[:：]/).map(side => side.trim())
      return { name, value }
    })

function propertiesOf(choices: readonly Choice[]): GoodsDraft['properties'] {
  const values = new Map<string, Set<string>>()
  for (const { name, value } of choices.flat()) values.set(name, (values.get(name) ?? new Set()).add(value))
  return [...values].map(([name, names]) => ({ name, values: [...names].map(value => ({ name: value })) }))
}
