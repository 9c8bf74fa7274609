import { spawn } from 'node:child_process'

/** Runs a tool of the project with its output to the terminal; answers its exit code. */
export function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', reject)
    child.on('close', code => resolve(code ?? 1))
  })
}
