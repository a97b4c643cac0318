/* Progressive enhancement over Material's script. Every page reads, navigates and prints without it.
   Each function does one thing and gives up quietly when its elements are not on the page. */
(() => {
  "use strict"

  const one = (selector, root = document) => root.querySelector(selector)
  const all = (selector, root = document) => [...root.querySelectorAll(selector)]
  const narrow = matchMedia("(max-width: 76.234375em)")
  const small = matchMedia("(max-width: 59.984375em)")

  const change = (toggle, on) => { if (toggle && toggle.checked !== on) toggle.click() }

  /* A label for a hidden checkbox becomes a real button, so that keys and screen readers can use it. */
  function buttonise(label, press) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = label.className
    button.setAttribute("aria-label", label.dataset.hbWords || "")
    button.append(...label.childNodes)
    button.addEventListener("click", press)
    label.replaceWith(button)
    return button
  }

  function drawer() {
    const toggle = one("#__drawer")
    const panel = one(".hb-drawer")
    const opener = one(".md-header label[for=__drawer][data-hb-words]")
    const closer = panel && one("label[for=__drawer][data-hb-words]", panel)
    if (!toggle || !opener || !closer) return
    panel.id = panel.id || "hb-drawer"
    const open = buttonise(opener, () => change(toggle, true))
    const close = buttonise(closer, () => change(toggle, false))
    open.setAttribute("aria-expanded", "false")
    open.setAttribute("aria-controls", panel.id)
    const rest = all(".hb-skip, .md-header, .hb-tabs, .hb-banner, .md-sidebar--secondary, .md-content, .md-footer")
    const reflect = () => {
      const shown = toggle.checked && narrow.matches
      open.setAttribute("aria-expanded", String(shown))
      rest.forEach(el => { el.inert = shown })
      if (shown) close.focus()
    }
    toggle.addEventListener("change", () => { reflect(); if (!toggle.checked && narrow.matches) open.focus() })
    narrow.addEventListener("change", () => { change(toggle, false); reflect() })
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && toggle.checked) change(toggle, false)
    })
  }

  function search() {
    const toggle = one("#__search")
    const root = one("[data-md-component=search][data-hb-words]")
    const query = root && one("[data-md-component=search-query]", root)
    if (!toggle || !query) return
    let back = null
    const show = () => { back = document.activeElement; change(toggle, true); query.focus() }
    const hide = () => { change(toggle, false); query.blur(); if (back && back.focus) back.focus(); back = null }
    all("[data-hb-search]").forEach(el => { el.hidden = false; el.addEventListener("click", show) })
    all("[data-hb-search-close]").forEach(el => el.addEventListener("click", hide))
    toggle.addEventListener("change", () => {
      const modal = toggle.checked && small.matches
      for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", root.dataset.hbWords]])
        modal ? root.setAttribute(name, value) : root.removeAttribute(name)
    })
    /* Material closes the search on Tab; we let Tab walk the results and close when it leaves them. */
    root.addEventListener("keydown", event => {
      if (event.key === "Tab" && toggle.checked) event.stopPropagation()
      if (event.key === "Escape") { event.stopPropagation(); hide() }
    })
    root.addEventListener("focusout", event => {
      if (toggle.checked && event.relatedTarget && !root.contains(event.relatedTarget)) change(toggle, false)
    })
    const reachable = () => all("[tabindex='-1']", one("ol", root)).forEach(el => el.removeAttribute("tabindex"))
    new MutationObserver(reachable).observe(one("ol", root), { childList: true })
  }

  function scheme() {
    const button = one(".hb-scheme")
    if (!button) return
    const dark = matchMedia("(prefers-color-scheme: dark)")
    const system = () => dark.matches ? "slate" : "default"
    const apply = () => {
      const now = __md_get("__scheme") || system()
      document.body.setAttribute("data-md-color-scheme", now)
      button.setAttribute("aria-pressed", String(now === "slate"))
    }
    button.addEventListener("click", () => {
      const next = document.body.getAttribute("data-md-color-scheme") === "slate" ? "default" : "slate"
      __md_set("__scheme", next === system() ? null : next)
      apply()
    })
    dark.addEventListener("change", apply)
    apply()
  }

  /* Material opens the search on a bare "f", "s" or "/": a trap for people who dictate (WCAG 2.1.4).
     Ctrl+K or Cmd+K does it instead. */
  function keys() {
    if (!one(".hb-search-open")) return
    document.addEventListener("keydown", event => {
      const held = event.ctrlKey || event.metaKey
      const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]")
      if (held && event.key.toLowerCase() === "k") {
        const opener = one("[data-hb-search]")
        if (opener) { event.preventDefault(); opener.click() }
      } else if (!held && !typing && event.key.length === 1) event.stopPropagation()
    })
  }

  /* A region that does not scroll should not be a stop on the way through the page. */
  function scrollers() {
    const wide = all(".hb-scroll")
    if (!wide.length) return
    const names = new Map(wide.map(el => [el, el.getAttribute("aria-label")]))
    const fit = el => {
      if (el.scrollWidth > el.clientWidth + 1) {
        el.setAttribute("tabindex", "0")
        el.setAttribute("role", "region")
        el.setAttribute("aria-label", names.get(el))
      } else for (const name of ["tabindex", "role", "aria-label"]) el.removeAttribute(name)
    }
    const watch = new ResizeObserver(entries => entries.forEach(entry => fit(entry.target)))
    wide.forEach(el => watch.observe(el))
  }

  /* Material builds annotation markers as nameless links inside an <aside>. */
  function annotations() {
    const article = one(".md-content__inner")
    if (!article || !one(".annotate", article)) return
    const name = () => all("aside.md-annotation:not([role])", article).forEach((el, index) => {
      const label = `${article.dataset.hbNote || "Note"} ${index + 1}`
      el.setAttribute("role", "note")
      el.setAttribute("aria-label", label)
      all("a", el).forEach(link => link.setAttribute("aria-label", label))
    })
    name()
    new MutationObserver(name).observe(article, { childList: true, subtree: true })
  }

  /* Paper is white: open every fold and take the light scheme before printing, put both back afterwards. */
  function printing() {
    let opened = [], scheme = null
    addEventListener("beforeprint", () => {
      scheme = document.body.getAttribute("data-md-color-scheme")
      document.body.setAttribute("data-md-color-scheme", "default")
      opened = all(".md-content__inner details:not([open])")
      opened.forEach(el => { el.open = true })
    })
    addEventListener("afterprint", () => { 
      opened.forEach(el => { el.open = false })
      opened = []
      if (scheme) document.body.setAttribute("data-md-color-scheme", scheme)
    })
  }

  for (const start of [drawer, search, scheme, keys, scrollers, annotations, printing]) start()
})()
