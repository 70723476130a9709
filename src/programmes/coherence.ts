/** What the parts of a pack say of each other, as far as the rules are computed by it. */
interface Parts {
  steps: readonly { id: string; after: readonly string[]; link?: string | undefined }[]
  deadlines: readonly {
    id: string
    steps: readonly string[]
    contacts?: string[] | undefined
    link?: string | undefined
  }[]
  warnings: readonly {
    deadlines?: string[] | undefined
    contacts?: string[] | undefined
    causes?: string[] | undefined
    link?: string | undefined
  }[]
  contacts: readonly { id: string }[]
  wallets: readonly { id: string; contact: string }[]
  prerequisites: readonly { id: string }[]
  links: Readonly<Record<string, string>>
  sites: readonly { id: string; hosts: readonly string[]; home: string }[]
}

/**
 * Whether every id stands once, whatever is named is there, a site's home is on a host of its own that no other site has, and no step
 * waits for itself.
 */
export function areCoherent(parts: Parts): boolean {
  const { steps, deadlines, warnings, contacts, wallets, prerequisites, links, sites } = parts
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const within = (names: readonly string[] = [], ids: readonly string[]) =>
    names.every((name) => ids.includes(name))
  const places = [...Object.keys(links), ...idsOf(contacts)]
  const leads = (link: string | undefined) => link === undefined || places.includes(link)
  const hosts = sites.flatMap((site) => site.hosts)
  const unique = [steps, deadlines, contacts, wallets, prerequisites, sites].map(idsOf)
  return (
    [...unique, hosts].every((names) => new Set(names).size === names.length) &&
    steps.every(({ after, link }) => within(after, idsOf(steps)) && leads(link)) &&
    deadlines.every(
      (rule) =>
        within(rule.steps, idsOf(steps)) && within(rule.contacts, idsOf(contacts)) && leads(rule.link),
    ) &&
    warnings.every(
      (rule) =>
        within(rule.deadlines, idsOf(deadlines)) &&
        within(rule.contacts, idsOf(contacts)) &&
        within(rule.causes, idsOf(prerequisites)) &&
        leads(rule.link),
    ) &&
    wallets.every(({ contact }) => idsOf(contacts).includes(contact)) &&
    sites.every((site) => site.hosts.includes(new URL(site.home).hostname)) &&
    !hasCircle(steps)
  )
}

function hasCircle(steps: Parts["steps"]): boolean {
  const left = new Map(steps.map(({ id, after }) => [id, after]))
  for (;;) {
    const free = [...left].filter(([, after]) => after.every((id) => !left.has(id))).map(([id]) => id)
    if (free.length === 0) return left.size > 0
    for (const id of free) left.delete(id)
  }
}
