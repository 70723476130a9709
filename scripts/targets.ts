import { fileURLToPath } from "node:url"
import { TARGETS, type Target } from "../plasmo.config"

/** The folder in which a target's finished build lies. */
export function buildFolder(target: Target): string {
  return fileURLToPath(new URL(`../build/${target}-prod`, import.meta.url))
}

/** The target of that name. @throws Error naming the known ones. */
export function targetNamed(name: string): Target {
  const target = TARGETS.find((known) => known === name)
  if (!target) throw new Error(`no target ${name}; there are ${TARGETS.join(" and ")}`)
  return target
}
