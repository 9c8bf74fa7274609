/** Writes the mini-program's appid into the project file beside the built code. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { appid } from './shop'

export default (ctx: IPluginContext) => {
  ctx.onBuildFinish(async () => {
    if (process.env.TARO_ENV !== 'weapp') return
    const file = join(ctx.paths.outputPath, 'project.config.json')
    const project = JSON.parse(await readFile(file, 'utf8'))
    await writeFile(file, `${JSON.stringify({ ...project, appid }, null, 2)}\n`)
  })
}
