// The page /embed: what is chosen goes into the box on the page and into the lines to copy.

const options = document.querySelector("#options");
const stage = document.querySelector("#stage");
const snippet = document.querySelector("#snippet");
const copy = document.querySelector("#copy");
const box = document.querySelector("talk-search");
const standard = Object.fromEntries([...new FormData(options)].map(([name]) => [name, new FormData(options).getAll(name).join(" ")]));

const escaped = text => text.replace(/[&<"]/g, character => ({ "&": "&amp;", "<": "&lt;", '"': "&quot;" })[character]);

// Attributes of the box that differ from what holds without them.
const chosen = () => {
  const data = new FormData(options);
  const value = name => data.getAll(name).join(" ");
  const names = ["label", "theme", "groups", "limit", "hotkeys", "links"];
  const attributes = names.filter(name => value(name) !== standard[name]).map(name => [name, value(name)]);
  return data.has("recent") ? [...attributes, ["recent", ""]] : attributes;
};

const looks = () => {
  const data = new FormData(options);
  const variables = [["--ts-accent", "accent", ""], ["--ts-radius", "radius", "rem"]];
  return variables.filter(([, name]) => data.get(name) !== standard[name]).map(([key, name, unit]) => [key, data.get(name) + unit]);
};

const lines = (attributes, variables) => {
  const { endpoint, script, versioned, integrity, style } = snippet.dataset;
  const pinned = options.elements.pinned.checked;
  const all = [["endpoint", endpoint], ...(pinned ? [["integrity", style]] : []), ...attributes];
  const written = all.map(([name, value]) => (value ? `${name}="${escaped(value)}"` : name)).join(" ");
  const rule = variables.map(([name, value]) => `${name}: ${value};`).join(" ");
  return [
    pinned
      ? `<script type="module" src="${versioned}" integrity="${integrity}" crossorigin></script>`
      : `<script type="module" src="${script}"></script>`,
    ...(rule ? [`<style>talk-search { ${rule} }</style>`] : []),
    `<talk-search ${written}>`,
    `  <form role="search" action="${endpoint}/search">`,
    '    <label>Search our talks <input type="search" name="q"></label> <button>Search</button>',
    "  </form>",
    "</talk-search>",
  ].join("\n");
};

const show = () => {
  const attributes = chosen();
  const variables = looks();
  for (const name of box.getAttributeNames()) if (name !== "style") box.removeAttribute(name);
  for (const [name, value] of attributes) box.setAttribute(name, value);
  for (const name of ["--ts-accent", "--ts-radius"]) box.style.removeProperty(name);
  for (const [name, value] of variables) box.style.setProperty(name, value);
  stage.dir = options.elements.dir.value;
  snippet.textContent = lines(attributes, variables);
};

options.hidden = copy.hidden = false;
options.addEventListener("input", show);
options.addEventListener("submit", event => event.preventDefault());
copy.addEventListener("click", async () => {
  const done = document.querySelector("#copied");
  done.textContent = "";
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    done.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(snippet);
    done.textContent = "Selected; copy it with your keyboard.";
  }
});
show();
