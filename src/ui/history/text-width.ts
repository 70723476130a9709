/** As in the picture's style sheet. */
const SIZE = 12
/** No letter is wider on average, in any of the fonts that we ask for. */
const LETTER = 7.4

let brush: CanvasRenderingContext2D | null | undefined

/** How wide a text of the picture is, in pixels, in the page's own font. */
export function textWidth(text: string, strong = false): number {
  if (brush === undefined) brush = document.createElement("canvas").getContext("2d")
  if (!brush) return text.length * LETTER
  const { fontFamily } = getComputedStyle(document.body)
  brush.font = `${strong ? 700 : 400} ${SIZE}px ${fontFamily}`
  return Math.ceil(brush.measureText(text).width)
}
