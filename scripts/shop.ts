/** `npm run shop -- <command>`: the shop keeper's command line. */
import { SettingsError } from '../server/settings'
import { commands } from './shop/commands'
import { CommandError, openShop } from './shop/context'

async function main([name = 'help', ...args]: string[]): Promise<void> {
  const command = commands[name]
  if (!command) throw new CommandError(`没有这个命令 / no such command: ${name}\n\n${helpText()}`)
  if (name === 'help') return console.log(helpText())
  const shop = await openShop()
  try {
    await command.run(args, shop)
  } finally {
    await shop.close()
  }
}

function helpText(): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, about }]) => `  ${`${name} ${usage}`.trim()}\n      ${about}`,
  )
  return `用法 / usage: npm run shop -- <命令 command>\n\n${lines.join('\n')}\n\n多店时用 --shop <subDomain> 指定店铺 / with several shops, name one`
}

main(process.argv.slice(2)).catch(error => {
  console.error(error instanceof CommandError || error instanceof SettingsError ? error.message : error)
  process.exit(1)
})
