/* The floor of reading: looks once at every text of the page, asks whether it is shown, and says how many there are. */
const texts: string[] = []
const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
while (walker.nextNode()) {
  const { data, parentElement } = walker.currentNode as Text
  const text = data.trim()
  if (text !== "" && parentElement?.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }))
    texts.push(text)
}
void chrome.runtime.sendMessage({ type: "read", texts })
