/**
 * Taro's templates for WeChat leave out what screen readers say. The runtime hands `ariaLabel` and `ariaRole` over
 * under their own names; this writes them into the template's tags.
 */
import type { IPluginContext } from '@tarojs/service'

interface MiniPlatform {
  template?: { buildAttribute(attributes: Record<string, string>, tag: string): string }
}

/** Those that no finger touches have templates of their own. */
const tags = ['view', 'static-view', 'catch-view', 'image', 'static-image', 'input', 'textarea', 'button']
const spoken = { 'aria-label': 'i.ariaLabel', 'aria-role': 'i.ariaRole' }

export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: MiniPlatform) {
      if (process.env.TARO_ENV !== 'weapp' || !template) return
      const build = template.buildAttribute.bind(template)
      template.buildAttribute = (attributes, tag) =>
        build(tags.includes(tag) ? { ...attributes, ...spoken } : attributes, tag)
    },
  })
}
