/** A property of this document or a method of it, also where the page calls an element of its own by that name. */
export function own<Name extends keyof Document>(name: Name): Document[Name] {
  const value = Reflect.get(Document.prototype, name, document)
  return typeof value === "function" ? value.bind(document) : value
}
