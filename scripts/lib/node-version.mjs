const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22

if (!fits) {
  process.stderr.write(
    `Seedbed needs Node.js 20.19 or a later 20, or 22.12 and later; this is ${process.versions.node}.\n` +
      'Install Node.js 20 (your system’s packages, nvm, fnm or the installer of nodejs.org) and try again.\n',
  )
  process.exit(1)
}
