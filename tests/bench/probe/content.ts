/* The floor: what any content script costs that says one thing to its background. */
void chrome.runtime.sendMessage({ type: "opened" })
