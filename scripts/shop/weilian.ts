import { type Command, CommandError, readArguments } from './context'
import { deliver } from './weilian/deliver'
import type { Step } from './weilian/desk'
import { listGoods } from './weilian/goods'
import { rotateKey } from './weilian/keys'
import { link, linkFile, listOfLinks, unlink } from './weilian/links'
import { balance, resume, stop } from './weilian/money'
import { parcel } from './weilian/parcel'
import { probe } from './weilian/probe'
import { listPurchases, showPurchase } from './weilian/purchases'
import { confirm, refunded, resolve, retry } from './weilian/resolve'
import { sync } from './weilian/sync'

const usage = `probe | goods [--name 文字] | sync [--add all|编号,编号] [--dry-run]
      | purchases [--state 结果不明] | show <编号>
      | resolve <编号> bought --key 文件|- [--codes 文件|-] [--order 供货商订单号]
      | resolve <编号> not-bought --key 文件|- [--next refund|again] | confirm <了结编号> --key 文件|-
      | retry <编号> | refunded <编号> | deliver <编号> | parcel <编号> <快递公司> <运单号> | balance [--topped-up 元] | stop | resume | rotate-key [--reseal]
      | links | link <商品号> <供货商商品号> [--choice 规格] | link-file <文件.csv> | unlink <商品号> [--choice 规格]`

/** The supplier of card codes, as the shop keeper handles it. */
export const weilian: Command = {
  usage,
  about: '微涟供货：核对账号、看货、看购买、了结不明的购买、余额、停售、换密钥 / the supplier Weilian',
  async run([verb = '', ...args], shop) {
    const step = steps[verb]
    if (!step) throw new CommandError(`没有这个动作 / no such verb: ${verb}\n用法 / usage: weilian ${usage}`)
    const options = { name: 'string', state: 'string', key: 'string', codes: 'string', order: 'string' } as const
    const more = {
      add: 'string',
      'dry-run': 'boolean',
      next: 'string',
      'topped-up': 'string',
      reseal: 'boolean',
      choice: 'string',
    } as const
    const {
      positionals,
      values,
      shop: name,
    } = readArguments(args, `weilian ${usage}`, step.names, { ...options, ...more })
    await step.run({ shop, merchant: await shop.merchant(name), values }, positionals)
  },
}

const steps: Record<string, Step> = {
  probe: { names: [], run: probe },
  goods: { names: [], run: listGoods },
  sync: { names: [], run: sync },
  purchases: { names: [], run: listPurchases },
  show: { names: ['purchase'], run: showPurchase },
  resolve: { names: ['purchase', 'verdict'], run: resolve },
  confirm: { names: ['resolution'], run: confirm },
  retry: { names: ['purchase'], run: retry },
  deliver: { names: ['purchase'], run: deliver },
  parcel: { names: ['purchase', 'company', 'number'], run: parcel },
  balance: { names: [], run: balance },
  stop: { names: [], run: stop },
  resume: { names: [], run: resume },
  refunded: { names: ['purchase'], run: refunded },
  links: { names: [], run: listOfLinks },
  link: { names: ['goods', 'supplier goods'], run: link },
  'link-file': { names: ['file'], run: linkFile },
  unlink: { names: ['goods'], run: unlink },
  'rotate-key': { names: [], run: rotateKey },
}
