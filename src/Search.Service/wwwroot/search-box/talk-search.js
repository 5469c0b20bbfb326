// <talk-search>: a search box for talks and interviews, without dependencies or build step. It takes the place of the plain
// form that it holds. SearchBox.md of the service is its manual.

const english = {
  label: "Search talks and interviews",
  submit: "Search",
  clear: "Clear",
  close: "Close",
  list: "Suggestions",
  queries: "Searches",
  answers: "Answers",
  talks: "Talks",
  interviews: "Interviews",
  speakers: "Speakers",
  topics: "Topics",
  recent: "Recent searches",
  suggestions: "Did you mean",
  all: "All results for “{query}”",
  remember: "Remember my searches on this device",
  forget: "Forget my searches",
  slow: "Still searching …",
  none: "Nothing was found for “{query}”.",
  error: "The search does not answer right now.",
  offline: "The search cannot be reached.",
  busy: "Too many searches at once. Trying again {when}.",
  count: { one: "{n} suggestion for {query}", other: "{n} suggestions for {query}" },
  countAnswers: { one: "{n} answer", other: "{n} answers" },
};

const groupOfKind = { talk: "talks", interview: "interviews" };
const mac = /Mac|iP/.test(navigator.platform);
const anchors = CSS.supports("position-area", "block-end");
const recentKey = "talk-search:recent";
const drawings = { search: "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.5 10.5L20 20", clear: "m6 6 12 12M18 6 6 18", go: "M5 12h14m-6-6 6 6-6 6" };

// Holds also for a box that the page styles itself.
const least = new CSSStyleSheet();
least.replaceSync(
  ":host{display:block}[hidden],[part=message]:empty{display:none!important}" +
    "[part=status]{position:absolute;overflow:hidden;inline-size:1px;block-size:1px;clip-path:inset(50%)}",
);

let style;
// Beside this file, under the same name, so that a version of the script has its version of the style.
const loadStyle = integrity =>
  (style ??= fetch(import.meta.url.replace(/\.js\b/, ".css"), { integrity: integrity ?? "", credentials: "omit" })
    .then(response => (response.ok ? response.text() : Promise.reject(response.status)))
    .then(text => new CSSStyleSheet().replace(text)));

const pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, ms);
    signal.addEventListener("abort", () => reject({ kind: "offline" }));
  });

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// A blank at the end says that the last word is complete, so one stays.
const normal = text => text.normalize().replace(/\s+/g, " ").trimStart();

const setAll = (node, attributes, children = []) => {
  for (const [name, value] of Object.entries(attributes)) if (value != null) node.setAttribute(name, value);
  node.append(...children);
  return node;
};

const element = (name, attributes, ...children) => setAll(document.createElement(name), attributes, children);

const icon = name => {
  const make = kind => document.createElementNS("http://www.w3.org/2000/svg", kind);
  const path = setAll(make("path"), { d: drawings[name] });
  return setAll(make("svg"), { viewBox: "0 0 24 24", part: "icon", "aria-hidden": true }, [path]);
};

// Text nodes and marks only: whatever a title holds stays text.
const marked = ({ text, ranges = [] }) => {
  const nodes = [];
  let at = 0;
  for (const { start, length } of ranges) {
    nodes.push(text.slice(at, start), element("mark", { part: "mark" }, text.slice(start, start + length)));
    at = start + length;
  }
  return [...nodes, text.slice(at)];
};

const isWeb = url => /^https?:\/\//i.test(url);

const isEditable = node => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.nodeName);

const focused = (root = document) => {
  const node = root.activeElement;
  return (node?.shadowRoot && focused(node.shadowRoot)) || node;
};

class TalkSearch extends HTMLElement {
  static observedAttributes = ["label", "placeholder", "strings", "hotkeys", "unstyled"];

  #active; #box; #busyUntil = 0; #clear; #close; #debounce; #full; #hint; #label; #life; #list; #message; #opener; #popup;
  #query; #request; #root; #said; #sheet; #shown; #speech; #status; #strings = english; #submit; #tried; #turn = 0; #waits = [];
  #answers = new Map();
  #items = new Map();

  async connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    try {
      this.#sheet ??= this.hasAttribute("unstyled") ? null : await loadStyle(this.getAttribute("integrity"));
    } catch {
      // The page's own form still works, which is better than a box without its style.
      if (this.#form) return;
    }
    if (signal.aborted) return;
    if (!this.#root) this.#build();
    this.#refresh();
    this.#takeOver();
    document.addEventListener("keydown", event => this.#hotkey(event), { signal });
    for (const name of ["popstate", "pagehide"]) addEventListener(name, () => this.#leave(true), { signal });
    visualViewport?.addEventListener("resize", () => this.#fit(), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
    if (!this.#root) return;
    this.#stop();
    this.#leave(true);
  }

  attributeChangedCallback() {
    if (this.#root) this.#refresh();
  }

  get value() {
    return this.input?.value ?? "";
  }

  set value(text) {
    this.input.value = text;
    this.#typed();
  }

  focus(options) {
    this.input?.focus(options);
  }

  // Takes the focus, and gives it back when the box closes.
  open() {
    const opener = focused();
    if (opener !== this.input) this.#opener = opener;
    this.#enter();
    this.input.focus();
    this.input.select();
  }

  close() {
    this.#leave();
    this.#giveBack();
  }

  #build() {
    this.#root = this.attachShadow({ mode: "open", delegatesFocus: true });
    this.input = element("input", {
      part: "input", id: "input", role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, inputmode: "search",
      enterkeyhint: "search", autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: false, maxlength: 500,
      dir: "auto",
    });
    const button = (part, attributes, ...children) => element("button", { part, type: "button", ...attributes }, ...children);
    this.#submit = button("submit", { type: "submit", tabindex: -1 }, icon("search"));
    this.#clear = button("clear", { tabindex: -1 }, icon("clear"));
    this.#close = button("close");
    this.#hint = element("kbd", { part: "hint", "aria-hidden": true });
    this.#label = element("label", { part: "label", for: "input" });
    const field = element("div", { part: "field" }, this.#submit, this.input, this.#clear, this.#hint);
    const form = element("form", { part: "form", role: "search" }, this.#label, field, this.#close);
    this.#message = element("p", { part: "message" });
    this.#list = element("div", { part: "list", role: "listbox", id: "list" });
    this.#popup = element("div", { part: "popup", tabindex: -1, hidden: "" }, this.#message, this.#list);
    this.#status = element("div", { part: "status", role: "status" });
    this.#box = element("div", { part: "box" }, form, this.#popup);
    this.#root.append(this.#box, this.#status);

    this.input.addEventListener("input", event => event.isComposing || this.#typed());
    this.input.addEventListener("compositionend", () => this.#typed());
    this.input.addEventListener("keydown", event => event.isComposing || this.#key(event));
    this.input.addEventListener("click", () => {
      this.#enter();
      this.#show();
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      this.#toResults();
    });
    this.#clear.addEventListener("click", () => {
      this.value = "";
      this.input.focus();
    });
    this.#close.addEventListener("click", () => this.#leave());
    this.#box.addEventListener("keydown", event => this.#full && this.#keyOnFullScreen(event));
    // The focus stays in the input, whatever is clicked.
    this.#popup.addEventListener("mousedown", event => event.preventDefault());
    this.#list.addEventListener("click", event => this.#clicked(event));
    this.#root.addEventListener("focusout", event => {
      if (this.#full || !document.hasFocus() || this.#root.contains(event.relatedTarget)) return;
      this.#opener = null;
      this.#leave();
    });
  }

  get #form() {
    return this.querySelector("form");
  }

  get #formInput() {
    return this.querySelector("form [name=q], form [type=search]");
  }

  // What somebody typed before this script came.
  #takeOver() {
    const old = this.#formInput;
    if (!old || this.value) return;
    this.input.value = old.value;
    this.#clear.hidden = !old.value;
    if (document.activeElement !== old && !(old.autofocus && document.activeElement === document.body)) return;
    this.input.focus();
    this.input.setSelectionRange(old.selectionStart, old.selectionEnd);
  }

  #refresh() {
    try {
      this.#strings = { ...english, ...JSON.parse(this.getAttribute("strings") ?? "{}") };
    } catch {
      console.warn("talk-search: the attribute strings is no JSON");
    }
    const label = this.getAttribute("label") ?? this.#text("label");
    this.#label.textContent = label;
    this.input.placeholder = this.getAttribute("placeholder") ?? label;
    this.#close.textContent = this.#text("close");
    for (const [node, name] of [[this.#list, "list"], [this.#submit, "submit"], [this.#clear, "clear"]])
      node.setAttribute("aria-label", this.#text(name));
    this.#clear.hidden = !this.value;
    const key = this.#hotkeys[0] ?? "";
    this.#hint.textContent = key.replace("mod+", mac ? "⌘" : "Ctrl ").replace(/\w$/, letter => letter.toUpperCase());
    this.#root.adoptedStyleSheets = this.#sheet && !this.hasAttribute("unstyled") ? [least, this.#sheet] : [least];
  }

  get #language() {
    return this.closest("[lang]")?.lang || "en";
  }

  #text(name, values = {}) {
    const text = this.#strings[name];
    return fill(typeof text === "string" ? text : (text[new Intl.PluralRules(this.#language).select(values.n)] ?? text.other), values);
  }

  #emit(name, detail, cancelable) {
    return this.dispatchEvent(new CustomEvent(`talk-search:${name}`, { bubbles: true, composed: true, cancelable, detail }));
  }

  // Heard once it has been quiet for a while, and never twice in a row.
  #say(text) {
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => {
      if (text !== this.#said) this.#status.textContent = this.#said = text;
    }, 700);
  }

  // Keys

  get #hotkeys() {
    return (this.getAttribute("hotkeys") ?? "mod+k").toLowerCase().split(" ").filter(Boolean);
  }

  #hotkey(event) {
    if (event.defaultPrevented || event.isComposing || event.altKey || isEditable(event.composedPath()[0])) return;
    const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
    if (other || (mod && event.shiftKey) || !this.#hotkeys.includes((mod ? "mod+" : "") + event.key.toLowerCase())) return;
    event.preventDefault();
    this.open();
  }

  #key(event) {
    const { key, altKey } = event;
    const newTab = event.ctrlKey || event.metaKey;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const jump = { Home: 0, End: -1 }[key];
    if (step) this.#step(step, altKey);
    else if (jump !== undefined && this.#active) this.#choose([...this.#items.keys()].at(jump));
    else if (key === "Escape") {
      if (this.#full || !this.#popup.hidden) this.#leave();
      else if (this.value) this.value = "";
      else return this.#giveBack();
    } else if (key === "Enter") {
      if (this.#active) this.#follow(this.#active, newTab);
      else this.#toResults(newTab);
    } else return;
    event.preventDefault();
  }

  // Before the first option and behind the last one is the input itself.
  #step(step, alone) {
    const closed = this.#popup.hidden;
    if (closed) this.#show();
    if (alone) return closed || this.#leave();
    const stops = [undefined, ...this.#items.keys()];
    this.#choose(stops.at((stops.indexOf(this.#active) + step) % stops.length));
  }

  // There is nothing else to go to on a full screen.
  #keyOnFullScreen(event) {
    if (event.key === "Tab") {
      event.preventDefault();
      (focused() === this.input ? this.#close : this.input).focus();
    } else if (event.key === "Escape" && focused() !== this.input) this.#leave();
  }

  #giveBack() {
    this.#opener?.focus();
    this.#opener = null;
  }

  // Asking

  #typed() {
    const old = this.#formInput;
    if (old) old.value = this.value;
    this.#clear.hidden = !this.value;
    this.#choose();
    if (!this.#debounce) this.#ask();
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(() => {
      this.#debounce = 0;
      // Not again what has just failed.
      if (normal(this.value) !== this.#tried) this.#ask();
    }, 120);
  }

  async #ask() {
    const query = normal(this.value);
    if (query === this.#query) return this.#shown && this.#reveal();
    this.#stop();
    this.#query = this.#tried = query;
    if (!query) {
      this.#shown = null;
      return this.#show();
    }
    this.#emit("query", { query });
    const known = this.#answers.get(query);
    if (known) return this.#arrived(known);
    if (Date.now() < this.#busyUntil) return this.#askLater({ query, groups: [] });
    const turn = this.#turn;
    const parts = { query };
    this.#request = new AbortController();
    this.#list.ariaBusy = true;
    this.#waits = [setTimeout(() => this.#popup.hidden && this.#paint({ query, groups: [], loading: true }), 300), setTimeout(() => this.#slow(parts), 1500)];
    await this.#fetchAll(parts, AbortSignal.any([this.#request.signal, AbortSignal.timeout(15000)]));
    // Whatever comes late: the last query wins.
    if (turn !== this.#turn) return;
    this.#stop();
    const result = this.#result(parts);
    if (parts.failure) return this.#failed(result, parts.failure);
    this.#answers.set(query, result);
    if (this.#answers.size > 50) this.#answers.delete(this.#answers.keys().next().value);
    this.#arrived(result);
  }

  #stop() {
    this.#turn++;
    this.#request?.abort();
    this.#waits.forEach(clearTimeout);
    this.#waits = [];
    this.#list.ariaBusy = null;
  }

  // Old suggestions stay until there are new ones.
  #slow(parts) {
    const message = this.#text("slow");
    const result = this.#result(parts);
    if (result.groups.length || !this.#shown?.groups.length) this.#paint({ ...result, message, loading: true });
    else this.#message.textContent = message;
    this.#say(message);
  }

  async #fetchAll(parts, signal) {
    const get = async (route, parameters) => {
      try {
        parts[route] = await this.#get(route, { q: parts.query, ...parameters }, signal);
      } catch (failure) {
        parts.failure ??= failure;
      }
    };
    await Promise.all([
      get("suggest", { limit: this.getAttribute("limit") ?? 4 }),
      this.#groups.includes("answers") && get("answers", { hitsPerPage: 3, snippetWords: 24 }),
    ]);
    // Suggestions know titles only; where none fits, the texts are searched.
    if (parts.suggest?.groups.every(group => !Object.values(groupOfKind).includes(group.name)))
      await get("search", { hitsPerPage: 4, snippetWords: 24 });
  }

  async #get(route, parameters, signal) {
    const url = new URL(`v1/${route}`, this.#service);
    url.search = this.#parameters(parameters);
    const key = this.getAttribute("key");
    const headers = key ? { Authorization: `Bearer ${key}` } : {};
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(url, { headers, signal, credentials: "omit" }).catch(() => null);
      if (response?.ok) return response.json();
      const status = response?.status;
      const wait = response?.headers.get("Retry-After");
      if (status === 429) throw { kind: "busy", status, seconds: Math.ceil(+wait || (Date.parse(wait) - Date.now()) / 1000 || 5) };
      if (attempt > 1 || status < 500 || signal.aborted) throw { kind: status ? "error" : "offline", status };
      await pause(400, signal);
    }
  }

  get #service() {
    const endpoint = this.getAttribute("endpoint");
    return endpoint === null ? new URL("..", import.meta.url) : new URL(endpoint.replace(/\/*$/, "/"), document.baseURI);
  }

  #parameters(own) {
    const all = new URLSearchParams(this.getAttribute("params") ?? "");
    for (const [name, value] of Object.entries(own)) all.set(name, value);
    return all;
  }

  #failed(result, { kind = "error", status, seconds }) {
    this.#emit("error", { query: result.query, kind, status });
    this.#query = null;
    if (kind === "busy") {
      this.#busyUntil = Date.now() + seconds * 1000;
      return this.#askLater(result);
    }
    const message = this.#text(kind);
    this.#paint({ ...result, message });
    this.#say(message);
  }

  #askLater(result) {
    const wait = this.#busyUntil - Date.now();
    const time = new Intl.RelativeTimeFormat(this.#language);
    const when = wait < 1e5 ? time.format(Math.ceil(wait / 1e3), "second") : time.format(Math.ceil(wait / 6e4), "minute");
    const message = this.#text("busy", { when });
    this.#paint({ ...result, message });
    this.#say(message);
    this.#query = null;
    this.#waits = [setTimeout(() => this.#ask(), wait + 50)];
  }

  // What came, as groups of items

  get #groups() {
    return (this.getAttribute("groups") ?? "queries answers talks interviews speakers topics").split(" ").filter(Boolean);
  }

  #result({ query, suggest, answers, search }) {
    const found = {};
    for (const { name, items } of suggest?.groups ?? []) found[name] = items;
    const about = (...parts) => parts.flat().filter(Boolean).join(" · ");
    found.answers = answers?.hits.map(({ id, url, question: text, questionRanges: ranges, snippet, interview }) => ({
      id, url, text, ranges, snippet, detail: about(interview.speakers, interview.title),
    }));
    for (const { id, url, kind, title: text, titleRanges: ranges, snippet, speakers, event } of search?.hits ?? [])
      (found[groupOfKind[kind]] ??= []).push({ id, url, text, ranges, snippet, detail: about(speakers, event) });
    if (search?.totalHits === 0 && !answers?.totalHits)
      found.suggestions = search.suggestions.map(({ query: text, totalHits }) => ({ text, totalHits }));
    const groups = [...this.#groups, "suggestions"].filter(name => found[name]?.length).map(name => ({ name, items: found[name] }));
    return { query, groups };
  }

  // An item leads to its original; with links="service", to the service's own page.
  #address(group, { id, url, text }) {
    const ownPages = this.getAttribute("links") === "service";
    if (id != null) {
      if (!ownPages && isWeb(url)) return url;
      const [record, number] = id.split("#");
      return new URL(`documents/${encodeURIComponent(record)}${number ? `#q-${number}` : ""}`, this.#service).href;
    }
    if (group !== "speakers" && group !== "topics") return this.#resultsPage(text);
    return ownPages
      ? new URL(`${group}/${encodeURIComponent(text)}`, this.#service).href
      : this.#resultsPage("", { [group.slice(0, -1)]: text });
  }

  #resultsPage(query, more = {}) {
    const form = this.#form;
    const action = form?.getAttribute("action");
    const url = action ? new URL(action, document.baseURI) : new URL("search", this.#service);
    const name = this.#formInput?.name || "q";
    const all = this.#parameters({ ...more, [name]: query });
    const taken = [...all.keys()];
    for (const [key, value] of form ? new FormData(form) : []) if (!taken.includes(key)) all.append(key, value);
    if (!query) all.delete(name);
    url.search = all;
    return url.href;
  }

  #arrived(result) {
    this.#paint(result);
    const { query, groups } = result;
    const size = name => groups.find(group => group.name === name)?.items.length ?? 0;
    const n = groups.reduce((sum, group) => sum + group.items.length, 0);
    if (n > size("suggestions")) {
      this.#emit("results", { query, groups });
      const answers = size("answers") ? `; ${this.#text("countAnswers", { n: size("answers") })}` : "";
      return this.#say(this.#text("count", { n, query }) + answers);
    }
    const suggestions = groups.flatMap(group => group.items.map(item => item.text));
    this.#emit("noresults", { query, suggestions });
    this.#say([this.#text("none", { query }), ...(n ? [this.#text("suggestions"), ...suggestions] : [])].join(" "));
  }

  // Painting

  #paint(result) {
    const activeKey = this.#items.get(this.#active)?.key;
    const { query, groups, loading, message } = result;
    this.#shown = result;
    this.#items.clear();
    const isNothing = query && !loading && groups.every(group => group.name === "suggestions");
    this.#message.textContent = message ?? (isNothing ? this.#text("none", { query }) : "");
    const nodes = groups.map(group => this.#group(group));
    if (loading && !nodes.length) nodes.push(element("div", { part: "skeleton", "aria-hidden": true }));
    if (query)
      nodes.push(this.#option({ group: "all", key: "all", text: this.#text("all", { query }), url: this.#resultsPage(query), icon: "go" }));
    this.#list.replaceChildren(...nodes);
    if (!nodes.length) this.#hide();
    else if (focused() === this.input) this.#reveal();
    this.#choose([...this.#items].find(([, item]) => item.key === activeKey)?.[0]);
  }

  #group({ name, items }) {
    const id = `group-${name}`;
    const options = items.map((item, index) =>
      this.#option({
        ...item,
        group: name,
        key: `${name} ${item.id ?? item.text}`,
        position: index + 1,
        url: item.run ? null : this.#address(name, item),
      }),
    );
    const heading = element("div", { part: "heading", id, role: "presentation" }, this.#text(name));
    return element("div", { part: `group ${id}`, role: "group", "aria-labelledby": id }, heading, ...options);
  }

  #option(item) {
    const { group, url, snippet, detail, totalHits } = item;
    const option = element(url ? "a" : "div", {
      part: `option option-${group}`, id: `option-${this.#items.size}`, role: "option", "aria-selected": false, tabindex: -1,
      href: url,
    });
    this.#items.set(option, item);
    const template = this.querySelector(`template[data-group="${group}"]`) ?? this.querySelector("template:not([data-group])");
    if (template && item.id != null) option.append(this.#fromTemplate(template, item));
    else {
      const line = (part, ...children) => option.append(element("span", { part, dir: "auto" }, ...children));
      line("text", ...marked(item));
      if (snippet) line("snippet", ...marked(snippet));
      if (detail) line("detail", detail);
      if (totalHits != null) line("total", totalHits.toLocaleString(this.#language));
      if (item.icon) option.append(icon(item.icon));
    }
    return option;
  }

  // A page may draw options itself: what has data-field="text" gets the text, and so on.
  #fromTemplate(template, item) {
    const content = template.content.cloneNode(true);
    for (const node of content.querySelectorAll("[data-field]")) {
      const value = node.dataset.field === "text" ? item : item[node.dataset.field];
      node.replaceChildren(...(value?.text == null ? [value ?? ""] : marked(value)));
    }
    return content;
  }

  // Opens the popup with what belongs to the text in the box.
  #show() {
    if (normal(this.value)) return this.#ask();
    const groups = this.hasAttribute("recent") ? [this.#recentGroup()] : [];
    this.#paint({ query: "", groups });
  }

  #reveal() {
    this.#enter();
    this.#popup.hidden = false;
    if (anchors && !this.#full) this.#popup.popover = "manual";
    else this.#popup.removeAttribute("popover");
    if (this.#popup.popover) this.#popup.togglePopover(true);
    this.input.ariaExpanded = true;
    this.input.setAttribute("aria-controls", "list");
  }

  #hide() {
    clearTimeout(this.#speech);
    this.#choose();
    this.#popup.hidden = true;
    if (this.#popup.popover) this.#popup.togglePopover(false);
    this.input.ariaExpanded = false;
    this.input.removeAttribute("aria-controls");
  }

  #leave(byBackButton) {
    this.#hide();
    if (!this.#full) return;
    this.#full = false;
    this.#box.togglePopover(false);
    for (const name of ["popover", "role", "aria-modal", "aria-label"]) this.#box.removeAttribute(name);
    if (!byBackButton) history.back();
    if (this.#opener) this.#giveBack();
    else this.input.blur();
  }

  // A small screen belongs to the box while it is open; its back button closes it.
  #enter() {
    if (this.#full || !matchMedia("(max-width: 639.98px)").matches) return;
    this.#full = true;
    setAll(this.#box, { popover: "manual", role: "dialog", "aria-modal": true, "aria-label": this.#label.textContent });
    this.#box.togglePopover(true);
    history.pushState(history.state, "");
    this.#fit();
  }

  // The keyboard on the screen takes its part away.
  #fit() {
    this.#box.style.setProperty("--view-top", `${visualViewport.offsetTop}px`);
    this.#box.style.setProperty("--view-height", `${visualViewport.height}px`);
  }

  #choose(option) {
    for (const [node, is] of [[this.#active, false], [option, true]]) {
      node?.setAttribute("aria-selected", is);
      node?.part.toggle("active", is);
    }
    this.#active = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    const heading = option.previousElementSibling;
    if (heading?.part.contains("heading")) heading.scrollIntoView({ block: "nearest" });
    option.scrollIntoView({ block: "nearest" });
  }

  // Going somewhere

  #clicked(event) {
    const item = this.#items.get(event.target.closest("[role=option]"));
    if (!item) return;
    if (item.run) return item.run();
    if (!this.#select(item)) return event.preventDefault();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!this.#full) return this.#leave();
    // In place of the entry that the back button needed.
    event.preventDefault();
    location.replace(item.url);
  }

  #follow(option, newTab) {
    if (!newTab || !option.href) option.click();
    else if (this.#select(this.#items.get(option))) open(option.href, "_blank", "noopener");
  }

  #toResults(newTab) {
    const query = this.value.trim();
    const url = this.#resultsPage(query);
    if (!this.#select({ group: "all", text: query, url })) return;
    if (newTab) return open(url, "_blank", "noopener");
    const form = this.#form;
    if (form && !form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }))) return this.#leave();
    if (this.#full) return location.replace(url);
    this.#leave();
    location.assign(url);
  }

  // False when the page takes it over.
  #select({ group, position, id, text, url }) {
    const query = this.value.trim();
    this.#remember(/queries|recent|suggestions/.test(group) ? text : query);
    const goes = this.#emit("select", { query, group, position, id, text, url }, true);
    if (!goes) this.#leave();
    return goes;
  }

  // Recent searches: null until the visitor asks for them

  get #recent() {
    try {
      const list = JSON.parse(localStorage.getItem(recentKey));
      return Array.isArray(list) ? list : null;
    } catch {
      return null;
    }
  }

  set #recent(list) {
    try {
      if (list) localStorage.setItem(recentKey, JSON.stringify(list.slice(0, 5)));
      else localStorage.removeItem(recentKey);
    } catch {
      // Storage is full or forbidden; then nothing is remembered.
    }
  }

  #remember(query) {
    const recent = this.#recent;
    if (query && recent && this.hasAttribute("recent")) this.#recent = [query, ...recent.filter(other => other !== query)];
  }

  #recentGroup() {
    const recent = this.#recent;
    const keep = list => () => {
      this.#recent = list;
      this.#show();
    };
    const action = recent ? { text: this.#text("forget"), run: keep(null) } : { text: this.#text("remember"), run: keep([]) };
    return { name: "recent", items: [...(recent ?? []).map(text => ({ text: String(text) })), action] };
  }
}

if (!customElements.get("talk-search")) customElements.define("talk-search", TalkSearch);
