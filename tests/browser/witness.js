/*
 * Put in front of our content scripts in a copy of the production build: it stands in their isolated world before they do
 * and counts what they do to the page. Natives are kept first, so that nothing it counts is its own doing.
 *
 * Kinds: "touch" is a breach; "text" reads words of the page, "look" anything else of it; "own" is done to our own card;
 * "sent" is a message to the background. What the browser lets nobody replace (`location`) stands under "missed".
 */
;(() => {
  const INSTALLED = Symbol.for("jejak.witness")
  if (globalThis[INSTALLED] || !globalThis.document) return
  globalThis[INSTALLED] = true

  const HOST = "jejak-hint"
  /** So long after the person's own key or click in the card may it give the focus back, in milliseconds. */
  const JUST_NOW = 500
  const { apply, construct, defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect
  const document = globalThis.document
  const kept = (owner, name) => getOwnPropertyDescriptor(owner, name)?.get
  const isConnected = kept(Node.prototype, "isConnected")
  const nodeType = kept(Node.prototype, "nodeType")
  const localName = kept(Element.prototype, "localName")
  const shadowHost = kept(ShadowRoot.prototype, "host")
  const currentTarget = kept(Event.prototype, "currentTarget")
  const getRootNode = Node.prototype.getRootNode
  const listen = EventTarget.prototype.addEventListener
  const dispatch = EventTarget.prototype.dispatchEvent
  const Custom = CustomEvent
  const Fault = Error
  const [stringify, clock] = [JSON.stringify, performance.now.bind(performance)]

  const tally = new Map()
  const missed = []
  const count = (kind, what) => {
    const key = `${kind} ${what}`
    const known = tally.get(key)
    if (known) known.count += 1
    else tally.set(key, { kind, what, count: 1, where: kind === "touch" ? new Fault().stack : "" })
  }

  const typeOf = (thing) => {
    try {
      return apply(nodeType, thing, [])
    } catch {
      return 0
    }
  }
  const isHost = (node) => typeOf(node) === 1 && apply(localName, node, []) === HOST
  /** Our card, what is in it, and what has not been put into any document yet. */
  const isOurs = (node) => {
    if (typeOf(node) === 0 || typeOf(node) === 9) return false
    if (isHost(node) || (!apply(isConnected, node, []) && node !== document)) return true
    const root = apply(getRootNode, node, [])
    return typeOf(root) === 11 && isHost(apply(shadowHost, root, []))
  }

  let usedAt = Number.NEGATIVE_INFINITY
  for (const name of ["keydown", "click", "pointerdown"])
    apply(listen, globalThis.window, [
      name,
      (event) => {
        if (event.isTrusted && isHost(event.target)) usedAt = clock()
      },
      true,
    ])

  /* Judges: told what is done to what, they count it. */
  const writes = (what) => (on, args) => {
    if (isOurs(on)) count("own", what)
    else if (args.length > 0 && args.every(isHost)) count("own", "the card's host put into the page")
    else count("touch", what)
  }
  const touches = (what) => () => count("touch", what)
  const focuses = (what) => (on) => {
    if (isOurs(on)) count("own", what)
    else if (clock() - usedAt < JUST_NOW) count("own", "focus given back after the person's own key or click")
    else count("touch", what)
  }
  const reads = (kind, what) => (on) => count(isOurs(on) ? "own" : kind, what)
  const FIELD_STATE =
    /:(checked|indeterminate|default|(user-)?(in)?valid|placeholder-shown|autofill|(in|out-of)-range)|\[value/
  const looksFor =
    (what) =>
    (on, [selector]) => {
      if (FIELD_STATE.test(String(selector))) count("touch", `${what}(${selector})`)
      else count(isOurs(on) ? "own" : "look", what)
    }
  const readsAttribute =
    (what) =>
    (on, [name]) => {
      const isField = typeOf(on) === 1 && /^(input|option|button|param|data)$/.test(apply(localName, on, []))
      if (isField && String(name).toLowerCase() === "value") count("touch", `${what}("value")`)
      else count(isOurs(on) ? "own" : "look", what)
    }
  const stops = (what) => (on) => {
    let at
    try {
      at = apply(currentTarget, on, [])
    } catch {}
    count(at && isOurs(at) ? "own" : "touch", what)
  }

  /** Puts a judge in front of a method (`value`), of reading (`get`) or of setting (`set`). */
  const put = (owner, name, part, judge) => {
    const found = owner && getOwnPropertyDescriptor(owner, name)
    const native = found?.[part]
    if (typeof native !== "function") return
    const judged = function (...args) {
      judge(this, args)
      return new.target ? construct(native, args, new.target) : apply(native, this, args)
    }
    if (part === "value") judged.prototype = native.prototype
    if (!found.configurable || !defineProperty(owner, name, { ...found, [part]: judged })) missed.push(name)
  }
  const named = (type) => globalThis[type]?.prototype
  const methods = (type, names, judge) => {
    for (const name of names.split(" ")) put(named(type), name, "value", judge(`${type}.${name}`))
  }
  const getters = (type, names, judge) => {
    for (const name of names.split(" ")) put(named(type), name, "get", judge(`${type}.${name}`))
  }
  const look = (what) => reads("look", what)
  const text = (what) => reads("text", what)

  /* What a person types, chooses or marks. */
  const FIELDS =
    "value valueAsNumber valueAsDate checked files selectionStart selectionEnd selectionDirection"
  getters(
    "HTMLInputElement",
    `${FIELDS} defaultValue defaultChecked indeterminate validity validationMessage`,
    touches,
  )
  getters("HTMLTextAreaElement", `${FIELDS} textLength defaultValue validity validationMessage`, touches)
  getters("HTMLSelectElement", "value selectedIndex selectedOptions options length validity", touches)
  getters("HTMLOptionElement", "value selected text index", touches)
  getters("HTMLOutputElement", "value", touches)
  getters("HTMLFormElement", "elements length", touches)
  getters("HTMLButtonElement", "value", touches)
  getters("ElementInternals", "form validity", touches)
  for (const type of ["HTMLInputElement", "HTMLTextAreaElement", "HTMLSelectElement", "HTMLFormElement"])
    methods(
      type,
      "select setSelectionRange setRangeText stepUp stepDown showPicker checkValidity reportValidity submit requestSubmit reset add remove item namedItem setCustomValidity",
      touches,
    )
  methods("Document", "getSelection", touches)
  methods(
    "Selection",
    [...ownKeys(Selection.prototype)].filter((key) => typeof key === "string").join(" "),
    touches,
  )

  /* What the site remembers. */
  getters("Document", "cookie", touches)
  put(Document.prototype, "cookie", "set", touches("Document.cookie ="))
  for (const type of [
    "Storage",
    "CookieStore",
    "IDBFactory",
    "CacheStorage",
    "Clipboard",
    "Geolocation",
    "CredentialsContainer",
  ])
    if (named(type))
      methods(
        type,
        ownKeys(named(type))
          .filter((key) => typeof key === "string")
          .join(" "),
        touches,
      )
  getters(
    "Navigator",
    "clipboard geolocation credentials mediaDevices serviceWorker storage locks permissions bluetooth usb",
    touches,
  )
  methods("Navigator", "sendBeacon vibrate share registerProtocolHandler", touches)

  /* Where the person is. */
  for (const type of ["History", "Navigation"])
    if (named(type))
      methods(
        type,
        "pushState replaceState back forward go navigate reload traverseTo updateCurrentEntry",
        touches,
      )

  /* What stands on the page. */
  const NODES = ownKeys(globalThis.window).filter(
    (key) =>
      typeof key === "string" &&
      /^(Node|Attr|CharacterData|Text|Comment|Document|DocumentFragment|ShadowRoot|Element|(HTML|SVG|MathML)\w*Element)$/.test(
        key,
      ),
  )
  const WRITING =
    "appendChild insertBefore removeChild replaceChild normalize append prepend replaceChildren moveBefore before after replaceWith remove " +
    "setAttribute setAttributeNS setAttributeNode setAttributeNodeNS removeAttribute removeAttributeNS removeAttributeNode toggleAttribute " +
    "insertAdjacentElement insertAdjacentHTML insertAdjacentText setHTML setHTMLUnsafe attachShadow animate requestFullscreen requestPointerLock " +
    "setPointerCapture releasePointerCapture scroll scrollTo scrollBy scrollIntoView scrollIntoViewIfNeeded click showPopover hidePopover togglePopover " +
    "show showModal close requestClose play pause load appendData insertData deleteData replaceData splitText " +
    "write writeln open execCommand adoptNode startViewTransition exitFullscreen"
  const READING_TEXT = "data nodeValue textContent wholeText innerText outerText innerHTML outerHTML text"
  const HANDLES =
    "style classList dataset relList sandbox part attributeStyleMap styleSheets adoptedStyleSheets forms scripts all sheet contentWindow contentDocument attributes"
  /** Says nothing of the page, only of whether the person looks at it. */
  const HARMLESS = "visibilityState hidden readyState prerendering"
  const listed = (names) => new Set(names.split(" "))
  const [texts, handles, harmless, writing] = [READING_TEXT, HANDLES, HARMLESS, WRITING].map(listed)
  const SEARCHING = listed("querySelector querySelectorAll matches closest webkitMatchesSelector")
  const ATTRIBUTES = listed("getAttribute getAttributeNS getAttributeNode getAttributeNodeNS")
  const NEUTRAL = listed(
    "constructor createElement createElementNS createDocumentFragment createTextNode hasFocus",
  )
  const done = listed(`cookie getSelection value checked ${FIELDS}`)
  for (const type of NODES) {
    const prototype = named(type)
    for (const name of ownKeys(prototype)) {
      if (typeof name !== "string" || NEUTRAL.has(name) || (done.has(name) && type !== "Node")) continue
      const what = `${type}.${name}`
      const found = getOwnPropertyDescriptor(prototype, name)
      if (found.set) put(prototype, name, "set", writes(`${what} =`))
      if (found.get && texts.has(name)) put(prototype, name, "get", text(what))
      else if (found.get && handles.has(name))
        put(prototype, name, "get", (on) => count(isOurs(on) ? "own" : "touch", what))
      else if (found.get && !harmless.has(name)) put(prototype, name, "get", look(what))
      if (typeof found.value !== "function") continue
      if (writing.has(name)) put(prototype, name, "value", writes(what))
      else if (name === "focus" || name === "blur") put(prototype, name, "value", focuses(what))
      else if (SEARCHING.has(name)) put(prototype, name, "value", looksFor(what))
      else if (ATTRIBUTES.has(name)) put(prototype, name, "value", readsAttribute(what))
      else put(prototype, name, "value", look(what))
    }
  }
  /** What an element of this kind would fetch, play or run. */
  const FETCHING =
    /^(img|image|script|link|iframe|frame|object|embed|audio|video|source|form|input|a|area|base|meta)$/i
  for (const name of ["createElement", "createElementNS"])
    put(Document.prototype, name, "value", (_, args) => {
      const tag = String(args[name === "createElement" ? 0 : 1])
      if (FETCHING.test(tag)) count("touch", `Document.${name}("${tag}")`)
    })
  methods("Range", "insertNode deleteContents extractContents surroundContents", touches)
  methods("Range", "toString cloneContents", text)
  methods("CSSStyleSheet", "insertRule deleteRule addRule removeRule", touches)
  methods("NamedNodeMap", "setNamedItem removeNamedItem", touches)
  methods("TreeWalker", "nextNode firstChild nextSibling", look)

  /* Events, and what is stopped or made of the page's own. */
  put(EventTarget.prototype, "dispatchEvent", "value", touches("EventTarget.dispatchEvent"))
  methods("Event", "preventDefault stopPropagation stopImmediatePropagation", stops)
  put(Event.prototype, "returnValue", "set", stops("Event.returnValue ="))
  put(Event.prototype, "cancelBubble", "set", stops("Event.cancelBubble ="))

  /* Ways out, and what belongs to the window. */
  const OUT =
    "fetch XMLHttpRequest WebSocket WebSocketStream EventSource Image Audio Worker SharedWorker WebTransport RTCPeerConnection FontFace " +
    "BroadcastChannel FormData DOMParser XSLTProcessor open close stop focus blur print alert confirm prompt postMessage scroll scrollTo scrollBy " +
    "moveTo moveBy resizeTo resizeBy find getSelection eval Function importScripts showOpenFilePicker Notification"
  const realms = new Set([globalThis, globalThis.window])
  for (const realm of realms) {
    for (const name of OUT.split(" ")) put(realm, name, "value", touches(name))
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"])
      put(realm, name, "get", touches(name))
    for (const name of ["getComputedStyle", "matchMedia"])
      put(realm, name, "value", () => count("look", name))
    for (const name of ownKeys(realm))
      if (typeof name === "string") put(realm, name, "set", touches(`${name} =`))
  }

  /* What is told to the background. */
  const runtime = (globalThis.browser ?? globalThis.chrome)?.runtime
  const send = runtime?.sendMessage
  if (send)
    runtime.sendMessage = (message) => {
      count("sent", String(message?.type))
      return apply(send, runtime, [message])
    }

  const tell = () => {
    const detail = stringify({ missed, counts: [...tally.values()] })
    apply(dispatch, document, [new Custom("jejak-witness-tells", { detail })])
  }
  apply(listen, document, ["jejak-witness-asked", tell])
  apply(listen, globalThis.window, ["pagehide", tell])
})()
