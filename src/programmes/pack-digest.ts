/**
 * Tells a pack, as it is stored, from any other that accident or a faulty build may put in its place: 64 bits of all that it says, in
 * its order (FNV-1a over UTF-16, from two beginnings). No protection from somebody who means to: they could as well change the code.
 */
export function digestOfPack(pack: object): string {
  const text = JSON.stringify(pack)
  let [one, other] = [0x811c9dc5, 0x1000193]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
  }
  return `${text.length} ${(one >>> 0).toString(16)} ${(other >>> 0).toString(16)}`
}
