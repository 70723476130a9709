/*
 * Making one of the browser's formatters costs a hundred times what using it does, and a page writes hundreds of dates:
 * each is made once.
 */

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.PluralRules>()

function once<Made extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.PluralRules>(
  make: new (locale: string, options: never) => Made,
  locale: string,
  options: object,
): Made {
  const key = `${make.name} ${locale} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known instanceof make) return known
  const fresh = new make(locale, options as never)
  made.set(key, fresh)
  return fresh
}

/** As `new Intl.DateTimeFormat`. @throws RangeError for a zone that there is not */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(Intl.DateTimeFormat, locale, options)
}

/** As `new Intl.NumberFormat`. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(Intl.NumberFormat, locale, options)
}

/** As `new Intl.PluralRules`. */
export function pluralRules(locale: string): Intl.PluralRules {
  return once(Intl.PluralRules, locale, {})
}
