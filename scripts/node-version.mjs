// Loaded before each script by package.json. Plain JavaScript, so that a Node too old for the scripts can still read it and say so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Entente needs Node 22.18 or later, this is ${process.versions.node}. Run "npm install" without --ignore-scripts or ` +
      '--omit=dev: it brings Node 24 along for every script.',
  )
  process.exit(1)
}
