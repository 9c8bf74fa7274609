import { type Fen, yuanText } from '../contract/money'

export interface CashierView {
  /** Whose cashier it is. */
  brand: string
  state: 'open' | 'paid' | 'closed'
  amountFen: Fen
  description: string
  payee: string
  outTradeNo: string
  /** What the two buttons send. */
  fields: Readonly<Record<string, string>>
  /** Where the payer came from; empty when nobody said. */
  wayBack: string
}

const titles = { open: '确认付款', paid: '支付成功', closed: '订单已关闭' } as const

const style = `
:root{color-scheme:light dark;--paper:#f6f3ef;--card:#fff;--ink:#211c17;--soft:#6b635a;--line:#ece7e1;
--pay:#1a7f4b;--on-pay:#fff;--shadow:0 1px 2px rgba(33,28,23,.05),0 6px 20px rgba(33,28,23,.05)}
@media(prefers-color-scheme:dark){:root{--paper:#151310;--card:#1f1c18;--ink:#f1ece5;--soft:#b5aba0;
--line:#2e2a25;--pay:#6cc79b;--on-pay:#10231a;--shadow:none}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
font:15px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;padding:16px}
main,footer{width:100%;max-width:420px;margin:0 auto}
main{flex:1}
.card{background:var(--card);border-radius:18px;box-shadow:var(--shadow);padding:36px 20px 12px;margin-top:24px}
h1{font-size:15px;font-weight:600;text-align:center;color:var(--soft)}
.paid h1{color:var(--pay)}
.amount{font-size:44px;font-weight:700;text-align:center;letter-spacing:-.02em;margin:8px 0 28px;font-variant-numeric:tabular-nums}
.amount small{font-size:26px;font-weight:600;margin-right:2px}
dl{display:grid;grid-template-columns:auto 1fr;border-top:1px solid var(--line);padding:14px 0 10px;row-gap:8px;column-gap:16px;font-size:13px}
dt{color:var(--soft)}
dd{text-align:right;overflow-wrap:anywhere}
form{display:grid;gap:12px;padding:16px 0 max(8px,env(safe-area-inset-bottom))}
button,.button{min-height:48px;border:0;border-radius:999px;font-family:inherit;font-size:17px;font-weight:600;line-height:48px;padding:0 20px;text-align:center;
background:var(--pay);color:var(--on-pay);text-decoration:none;display:block;cursor:pointer}
.quiet{background:none;color:var(--soft);font-size:15px;font-weight:400}
:focus-visible{outline:3px solid var(--pay);outline-offset:2px}
.note{font-size:12px;color:var(--soft);text-align:center;margin-top:16px}`

/** The page that a browser leaves the shop for: what is to be paid, to whom, yes or no. */
export function cashierPage(view: CashierView): string {
  const { brand, state, amountFen, description, payee, outTradeNo } = view
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>${titles[state]} · ${brand}（模拟）</title>
<style>${style}</style>
</head>
<body>
<main>
<section class="card ${state}">
<h1>${titles[state]}</h1>
<p class="amount"><small>¥</small>${yuanText(amountFen)}</p>
<dl><dt>商品</dt><dd>${quoted(description)}</dd><dt>收款商户</dt><dd>${quoted(payee)}</dd><dt>订单号</dt><dd>${quoted(outTradeNo)}</dd></dl>
</section>
<p class="note">演示用的模拟收银台，不会产生真实扣款</p>
</main>
<footer>${state === 'open' ? buttons(view) : wayBack(view)}</footer>
</body>
</html>
`
}

const buttons = ({ fields }: CashierView): string => `<form method="post" action="cashier/confirm">
${Object.entries(fields)
  .map(([name, value]) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`)
  .join('\n')}
<button>确认支付</button>
<button class="quiet" formaction="cashier/cancel">取消</button>
</form>`

const wayBack = (view: CashierView): string =>
  view.wayBack ? `<a class="button" href="${quoted(view.wayBack)}">返回商家</a>` : ''

const quoted = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
