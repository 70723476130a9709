/* Tries everything when the test asks it to, has its background do the same, and writes into the page what came of it. */
document.addEventListener("stranger-try", async () => {
  const { dataset } = document.documentElement
  const target = JSON.parse(dataset.target)
  const here = await globalThis.jejakAttempts(target)
  const there = await (globalThis.browser ?? chrome).runtime.sendMessage(target)
  dataset.result = JSON.stringify({ here, there })
})
