/* The preview for the culture team: which line of the profile says this? On hover or tap a card tells; a switch puts
   the line behind every message, as a button for keys and screen readers. All it shows stands in the list at the foot
   of the page, so without scripts nothing is lost. Works without a network. */
(() => {
  "use strict"

  const KEY = "hb-written"
  const article = document.querySelector(".md-content__inner")
  const toggle = document.querySelector(".hb-preview__switch")
  if (!article || !toggle) return

  const said = [...article.querySelectorAll("[data-said]")]
  const entry = el => document.getElementById(`said-${el.dataset.said}`)
  const place = el => { const row = entry(el); return row ? row.querySelector(".hb-place").textContent : "" }
  const remember = on => { try { on ? sessionStorage.setItem(KEY, "1") : sessionStorage.removeItem(KEY) } catch { /* private mode */ } }
  const remembered = () => { try { return sessionStorage.getItem(KEY) === "1" } catch { return false } }

  /* --- the card --- */
  const card = document.createElement("div")
  card.className = "hb-written-card"
  card.id = "hb-written-card"
  card.setAttribute("role", "group")
  card.setAttribute("aria-label", "Where this is written")
  card.hidden = true
  if ("popover" in card) card.popover = "auto"
  article.append(card)
  let from = null, closing = 0

  function fill(el) {
    const row = entry(el)
    if (!row) return false
    const head = document.createElement("p")
    const line = row.querySelector(".hb-place").cloneNode(true)
    const copy = document.createElement("button")
    head.className = "hb-written-card__place"
    copy.type = "button"
    copy.textContent = "Copy"
    copy.setAttribute("aria-label", `Copy ${line.textContent}`)
    copy.addEventListener("click", () => copied(line, copy))
    head.append(line, copy)
    const more = row.querySelector("small").cloneNode(true)
    card.replaceChildren(head, more)
    return true
  }

  async function copied(line, button) {
    const text = line.textContent
    let done = false
    try { await navigator.clipboard.writeText(text); done = true } catch { done = select(line) }
    button.textContent = done ? "Copied" : "Press Ctrl+C"
    button.setAttribute("aria-label", button.textContent)
  }

  function select(line) {
    const range = document.createRange()
    range.selectNodeContents(line)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
    return document.execCommand("copy")
  }

  function open(el, opener) {
    clearTimeout(closing)
    if (from === el && !card.hidden) return
    close()
    if (!fill(el)) return
    card.hidden = false
    if (card.showPopover) card.showPopover()
    from = el
    if (opener) { opener.setAttribute("aria-expanded", "true"); card.opener = opener; card.querySelector("button").focus() }
    beside((opener || el).getClientRects())
  }

  function close() {
    clearTimeout(closing)
    if (card.opener) card.opener.setAttribute("aria-expanded", "false")
    card.opener = from = null
    if (card.hidePopover && card.matches(":popover-open")) card.hidePopover()
    card.hidden = true
  }

  /* Below the last line of the words, or above the first one where there is no room. */
  function beside(lines) {
    const first = lines[0], last = lines[lines.length - 1]
    if (!first) return
    const width = card.offsetWidth, height = card.offsetHeight
    const left = Math.max(8, Math.min(last.left, document.documentElement.clientWidth - width - 8))
    const below = last.bottom + 6
    card.style.left = `${left}px`
    card.style.top = `${below + height < innerHeight - 8 ? below : Math.max(8, first.top - height - 6)}px`
  }

  card.addEventListener("toggle", event => {
    if (event.newState !== "closed") return
    const opener = card.opener
    close()
    if (opener && document.activeElement === document.body) opener.focus()
  })
  card.addEventListener("pointerenter", () => clearTimeout(closing))
  card.addEventListener("pointerleave", () => { if (!card.opener) closing = setTimeout(close, 300) })
  addEventListener("scroll", () => { if (!card.hidden && !card.contains(document.activeElement)) close() }, { passive: true })

  let opening = 0
  for (const el of said) {
    el.addEventListener("pointerenter", event => {
      if (event.pointerType !== "mouse") return
      clearTimeout(closing)
      opening = setTimeout(() => { if (!card.opener) open(el) }, 400)
    })
    el.addEventListener("pointerleave", () => { clearTimeout(opening); if (!card.opener) closing = setTimeout(close, 300) })
    el.addEventListener("click", event => {
      if (event.target.closest("a, button, summary, input, label") || String(getSelection())) return
      clearTimeout(opening)
      open(el)
    })
  }

  /* --- the switch --- */
  function chip(el) {
    const line = place(el)
    if (!line) return
    const button = document.createElement("button")
    button.type = "button"
    button.className = "hb-place"
    button.textContent = line
    button.setAttribute("aria-label", `Written at ${line}: tell more`)
    button.setAttribute("aria-expanded", "false")
    button.setAttribute("aria-controls", card.id)
    button.addEventListener("click", event => {
      event.stopPropagation()
      button.getAttribute("aria-expanded") === "true" ? close() : open(el, button)
    })
    const outer = el.closest("a, button, summary, label")
    if (outer) outer.after(button)
    else if (el.matches("ul, ol")) el.querySelector("li").append(button)
    else if (el.matches("p, blockquote, pre")) el.append(button)
    else el.after(button)
  }

  function show(on) {
    toggle.setAttribute("aria-pressed", String(on))
    close()
    article.querySelectorAll("button.hb-place").forEach(el => el.remove())
    if (on) said.filter(el => !el.closest("[hidden]")).forEach(chip)
    remember(on)
  }

  toggle.hidden = !said.length
  toggle.addEventListener("click", () => show(toggle.getAttribute("aria-pressed") !== "true"))
  if (remembered()) show(true)

  /* A link to an entry of the folded list opens the list. */
  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1))
    const fold = target && target.closest("details")
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView() }
  }
  addEventListener("hashchange", unfold)
  unfold()
})()
