/**
 * A PostCSS plugin: type and what holds it follow `--type`, which is 1, and more where somebody wants larger type. Sheets
 * say plain pixels; this multiplies sizes of type and lines, and heights up to a row's (with an equal width: squares and
 * circles). Gaps, pictures and the width of columns stay, so that a narrow screen keeps its room for words.
 */
const TYPE = new Set(['font-size', 'line-height'])
const HEIGHTS = new Set(['height', 'min-height'])
const LEAST_ROW = 14
const TALLEST_ROW = 64

const plugin = () => ({
  postcssPlugin: 'larger-type',
  Rule(rule) {
    if (rule.parent?.name?.endsWith('keyframes')) return
    const heights = new Set()
    rule.each(node => {
      if (node.type !== 'decl' || !node.prop) return
      if (TYPE.has(node.prop)) node.value = multiplied(node.value, () => true)
      if (!HEIGHTS.has(node.prop)) return
      heights.add(node.value)
      node.value = multiplied(node.value, isRow)
    })
    rule.each(node => {
      if (node.type === 'decl' && node.prop === 'width' && heights.has(node.value))
        node.value = multiplied(node.value, isRow)
    })
  },
})

const isRow = pixels => pixels >= LEAST_ROW && pixels <= TALLEST_ROW

/** `44px` becomes `calc(44px * var(--type))`; inside of another `calc` that is as good. */
function multiplied(value, isMeant) {
  if (value.includes('--type')) return value
  return value.replace(/\b(\d+(?:\.\d+)?)px\b/g, (text, pixels) =>
    isMeant(Number(pixels)) ? `calc(${text} * var(--type))` : text,
  )
}

plugin.postcss = true
module.exports = plugin
