// @ts-check
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

/*
 * Makes a fresh machine ready for `npm start` and `npm test`: packages and browsers. Plain Node without
 * dependencies, since it runs before there are any; writes nothing outside node_modules. Quiet when all is well.
 */

const OLDEST_NODE = [20, 19]

/**
 * What is looked at to find a browser.
 * @typedef {object} Machine
 * @property {string} platform as `process.platform`
 * @property {Record<string, string | undefined>} env
 * @property {string} home
 * @property {(file: string) => boolean} exists
 * @property {(folder: string) => string[]} list names in a folder; none when there is no such folder
 */

/** @typedef {{ chromium?: string, firefox?: string }} Browsers */

/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  home: homedir(),
  exists: existsSync,
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
}

/** Names of the variables that name a browser's executable. */
export const VARIABLES = { chromium: "PUPPETEER_EXECUTABLE_PATH", firefox: "FIREFOX_EXECUTABLE_PATH" }

/**
 * Executables of Chrome or Chromium and of Firefox: the one named by a variable (and then no other), else one
 * at a well-known place, else the newest in Puppeteer's cache. A browser that is not there is left out.
 * @param {Machine} [machine]
 * @returns {Browsers}
 */
export function findBrowsers(machine = thisMachine) {
  const places = { chromium: chromiumPlaces(machine), firefox: firefoxPlaces(machine) }
  /** @param {"chromium" | "firefox"} name */
  const find = (name) => {
    const named = machine.env[VARIABLES[name]]
    return (named ? [named] : [...places[name], ...cached(name, machine)]).find(machine.exists)
  }
  const chromium = find("chromium")
  const firefox = find("firefox")
  return { ...(chromium ? { chromium } : {}), ...(firefox ? { firefox } : {}) }
}

/** @param {Machine} machine */
function chromiumPlaces(machine) {
  if (machine.platform === "darwin")
    return applications(machine, [
      "Google Chrome.app/Contents/MacOS/Google Chrome",
      "Chromium.app/Contents/MacOS/Chromium",
      "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    ])
  if (machine.platform === "win32")
    return programFolders(machine).flatMap((folder) =>
      ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe"].map((file) =>
        path.win32.join(folder, file),
      ),
    )
  return [
    "/usr/bin/chromium",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/opt/google/chrome/chrome",
    "/usr/bin/chromium-browser",
    "/usr/local/bin/chromium",
    "/snap/bin/chromium",
  ]
}

/** @param {Machine} machine */
function firefoxPlaces(machine) {
  if (machine.platform === "darwin")
    return applications(machine, [
      "Firefox.app/Contents/MacOS/firefox",
      "Firefox Developer Edition.app/Contents/MacOS/firefox",
      "Firefox Nightly.app/Contents/MacOS/firefox",
    ])
  if (machine.platform === "win32")
    return programFolders(machine).map((folder) => path.win32.join(folder, "Mozilla Firefox\\firefox.exe"))
  return [
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/usr/lib/firefox/firefox",
    "/opt/firefox/firefox",
    "/usr/local/bin/firefox",
    "/snap/bin/firefox",
  ]
}

/** @param {Machine} machine @param {string[]} files */
function applications({ home }, files) {
  return ["/Applications", path.posix.join(home, "Applications")].flatMap((folder) =>
    files.map((file) => path.posix.join(folder, file)),
  )
}

/** @param {Machine} machine */
function programFolders({ env }) {
  return [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].flatMap((folder) => folder ?? [])
}

/**
 * Executables in Puppeteer's cache, newest version first.
 * @param {"chromium" | "firefox"} name @param {Machine} machine
 */
function cached(name, { platform, env, home, list }) {
  const { join } = platform === "win32" ? path.win32 : path.posix
  const cache = env.PUPPETEER_CACHE_DIR ?? join(home, ".cache", "puppeteer")
  const folders = name === "chromium" ? ["chrome", "chromium"] : ["firefox"]
  return folders.flatMap((folder) =>
    list(join(cache, folder))
      .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
      .flatMap((version) =>
        cachedFiles(name, list(join(cache, folder, version))).map((file) =>
          join(cache, folder, version, ...file.split("/")),
        ),
      ),
  )
}

/** @param {"chromium" | "firefox"} name @param {string[]} folders */
function cachedFiles(name, folders) {
  if (name === "firefox")
    return [
      "firefox/firefox",
      "core/firefox.exe",
      "Firefox.app/Contents/MacOS/firefox",
      "Firefox Nightly.app/Contents/MacOS/firefox",
    ]
  return folders.flatMap((folder) => [
    `${folder}/chrome`,
    `${folder}/chrome.exe`,
    `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
  ])
}

/** @param {string} version e.g. "20.19.4" */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/**
 * One sentence on what the person has to install, or nothing when both browsers are there.
 * @param {Browsers} found @param {Pick<Machine, "env" | "platform">} machine @param {{ ubuntu: boolean }} system
 */
export function missingBrowsers(found, { env, platform }, { ubuntu }) {
  const names = /** @type {const} */ (["chromium", "firefox"]).filter((name) => !found[name])
  if (names.length === 0) return undefined
  const named = names.filter((name) => env[VARIABLES[name]])
  if (named.length > 0)
    return `${named.map((name) => `${VARIABLES[name]} names ${env[VARIABLES[name]]}, which is not there`).join("; ")}.`
  const products = { chromium: "Google Chrome or Chromium", firefox: "Firefox" }
  const where = ubuntu
    ? " as .deb packages from google.com/chrome and packages.mozilla.org (Ubuntu's own are snaps, which cannot be driven by a test)"
    : platform === "linux"
      ? " (on Debian: apt-get install chromium firefox-esr)"
      : ""
  const variables = names.map((name) => VARIABLES[name]).join(" and ")
  return `Please install ${names.map((name) => products[name]).join(" and ")}${where}, or set ${variables} to the executable.`
}

const root = fileURLToPath(new URL("..", import.meta.url))

/** Stops the set-up with one sentence. @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** @param {string} command @param {string[]} args @param {import("node:child_process").SpawnSyncOptions} [options] */
function run(command, args, options) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit", ...options }).status === 0
}

function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex")
  const state = `${lock} ${process.platform} ${process.arch}\n`
  const marker = path.join(root, "node_modules", ".set-up")
  if (existsSync(marker) && readFileSync(marker, "utf8") === state) return
  console.info("Installing packages …")
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
  const npm = process.env.npm_execpath
  const done =
    npm && path.basename(npm) === "npm-cli.js"
      ? run(process.execPath, [npm, ...args])
      : run("npm", args, { shell: process.platform === "win32" })
  if (!done) stop("The packages could not be installed: see npm's message above.")
  writeFileSync(marker, state)
}

/** @returns {{ debian: boolean, ubuntu: boolean }} */
function linuxKind() {
  const file = "/etc/os-release"
  const text = process.platform === "linux" && existsSync(file) ? readFileSync(file, "utf8") : ""
  /** @param {string} id */
  const is = (id) => new RegExp(`^ID(_LIKE)?=.*\\b${id}\\b`, "m").test(text)
  return { debian: is("debian"), ubuntu: is("ubuntu") }
}

function installBrowsers() {
  const missing = findBrowsers()
  if (missing.chromium && missing.firefox) return
  const system = linuxKind()
  const named = Object.values(VARIABLES).some((variable) => process.env[variable])
  if (system.debian && !system.ubuntu && !named && process.getuid?.() === 0) {
    const wanted = [...(missing.chromium ? [] : ["chromium"]), ...(missing.firefox ? [] : ["firefox-esr"])]
    console.info(`Installing ${wanted.join(" and ")} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
    run("apt-get", ["update", "-qq"], { env })
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...wanted], { env })
  }
  const sentence = missingBrowsers(findBrowsers(), thisMachine, system)
  if (sentence) stop(sentence)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!isNodeNewEnough(process.versions.node))
    stop(`Node ${OLDEST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.`)
  installPackages()
  installBrowsers()
}
