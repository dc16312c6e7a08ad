// Runs a program in the project's folder, with the project's own tools and Node first on the path.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
const ownTools = path.join(root, 'node_modules', '.bin')

const environment = (extra = {}) => {
  // Windows spells it "Path", and a second spelling would hide the first.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [ownTools, process.env[name]].join(path.delimiter), ...extra }
}

const isWindows = process.platform === 'win32'

/**
 * Answers `{code, output}`. With `quiet` nothing is printed and `output` holds what the program wrote;
 * otherwise it writes to the terminal as it goes and `output` is empty.
 */
export const run = (program, args, { quiet = false, env = {} } = {}) =>
  new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, {
      cwd: root,
      env: environment(env),
      // npm and the tools in .bin are command files on Windows, which only a shell starts.
      shell: isWindows,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    child.stdout?.on('data', (data) => {
      output += data
    })
    child.stderr?.on('data', (data) => {
      output += data
    })
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
