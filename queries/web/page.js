"use strict";
// The page asks /api and shows what it answers. All text of articles goes through textContent: none of it is markup.

const out = document.getElementById("answer");
const asking = document.getElementById("ask");
const tying = document.getElementById("tie");

// el makes an element: attributes, then children (texts, elements, or nothing).
function el(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attributes || {})) e.setAttribute(k, v);
  e.append(...children.flat(9).filter((c) => c !== null && c !== undefined && c !== ""));
  return e;
}

async function get(path, parameters) {
  const response = await fetch(path + (parameters && String(parameters) ? "?" + parameters : ""), { headers: { Accept: "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw Object.assign(new Error(answer.error || response.statusText), answer);
  return answer;
}

// cut splits a text at places counted in bytes of UTF-8.
function cut(text, ...places) {
  const bytes = new TextEncoder().encode(text), decoder = new TextDecoder();
  const at = [0, ...places, bytes.length];
  return at.slice(1).map((end, i) => decoder.decode(bytes.slice(at[i], end)));
}

const plural = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
const actorLink = (a) => (a ? el("a", { href: "#actor=" + encodeURIComponent(a.id) }, a.name) : "");
const articleLink = (id, title) => el("a", { href: "#article=" + encodeURIComponent(id) }, title || id);

function quotation(c) {
  const [before, trigger, after] = cut(c.sentence, c.trigger_start - c.sentence_start, c.trigger_end - c.sentence_start);
  return el("blockquote", {}, el("p", {}, before, el("mark", {}, trigger), after),
    el("footer", {}, articleLink(c.article, c.title), [c.source, c.article_date].filter(Boolean).map((x) => " · " + x).join(""),
      c.speaker ? [" · says ", actorLink(c.speaker)] : ""));
}

function tags(s) {
  const words = [...(s.classes || [s.class])];
  if (s.polarity === "negated") words.push("negated");
  if (s.modality !== "actual") words.push(s.modality);
  return words.map((w) => el("span", { class: "tag" }, w));
}

const dates = (s) => (s.first_date === s.last_date ? s.first_date : s.first_date + " to " + s.last_date);

function statement(s) {
  const [first, ...rest] = s.claims;
  return el("li", { class: "card" },
    el("p", { class: "says" }, actorLink(s.subject), " " + (s.polarity === "negated" ? "not: " : "") + s.predicate + " ", actorLink(s.object), tags(s)),
    el("p", { class: "soft" }, [dates(s), plural(s.articles, "article"), "confidence " + s.confidence.toFixed(2)].filter(Boolean).join(" · ")),
    first ? quotation(first) : "",
    rest.length ? el("details", {}, el("summary", {}, plural(rest.length, "more sentence")), rest.map(quotation)) : "");
}

const statements = (list) => el("ol", {}, list.map(statement));

function table(heads, rows) {
  const cell = (name, v) => el(name, typeof v === "number" ? { class: "number" } : {}, v instanceof Node ? v : v === null || v === undefined ? "" : typeof v === "object" ? JSON.stringify(v) : String(v));
  const numeric = heads.map((_, i) => rows.length > 0 && rows.every((r) => typeof r[i] === "number"));
  return el("div", { class: "table", tabindex: "0" }, el("table", {},
    el("thead", {}, el("tr", {}, heads.map((h, i) => el("th", { scope: "col", ...(numeric[i] ? { class: "number" } : {}) }, h)))),
    el("tbody", {}, rows.map((r) => el("tr", {}, r.map((v) => cell("td", v)))))));
}

// The views, by the name in the address behind #.
const views = {
  async ask(parameters) {
    const a = await get("/api/ask", parameters);
    const more = a.total > a.answers.length ? `, the first ${a.answers.length} of them` : "";
    return [el("h2", {}, a.question), el("p", { class: "soft" }, a.total ? `${plural(a.total, "answer")}${more}, from ${plural(a.claims, "claim")}` : "No answer."),
      (a.hints || []).map((h) => el("p", {}, h)), statements(a.answers)];
  },
  async path(parameters) {
    const a = await get("/api/path", parameters);
    return [el("h2", {}, "From ", actorLink(a.from), " to ", actorLink(a.to)),
      a.paths.length ? "" : el("p", {}, "No way over what the articles tell as done."), (a.hints || []).map((h) => el("p", {}, h)),
      a.paths.map((p, i) => [el("h3", {}, `Way ${i + 1}, ${plural(p.hops.length, "hop")}: ` + p.actors.map((x) => x.name).join(" – ")),
        el("ol", {}, p.hops.map((h) => statement(h.statements[0])))])];
  },
  async actor(parameters) {
    const a = await get("/api/actors/" + encodeURIComponent(parameters.get("actor")));
    const facts = [["Kind", a.actor.kind], ["Side", a.actor.side], ["Roles", (a.actor.roles || []).join(", ")], ["Also", a.actor.aliases.join(", ")],
      ["Told of", `in ${plural(a.actor.articles, "article")}; does ${a.actor.as_subject}, is done to ${a.actor.as_object}, says ${a.actor.as_speaker}`]];
    return [el("h2", {}, a.actor.name), el("dl", {}, facts.filter((f) => f[1]).map((f) => [el("dt", {}, f[0]), el("dd", {}, f[1])])),
      el("p", {}, el("a", { href: "#timeline=" + encodeURIComponent(a.actor.id) }, "By date")),
      el("h3", {}, "What it does"), a.does.length ? statements(a.does) : el("p", { class: "soft" }, "Nothing is told."),
      el("h3", {}, "What is done to it"), a.done_to_it.length ? statements(a.done_to_it) : el("p", { class: "soft" }, "Nothing is told.")];
  },
  async timeline(parameters) {
    const a = await get("/api/timeline", new URLSearchParams({ actor: parameters.get("timeline"), include: "all" }));
    return [el("h2", {}, "By date"), el("ol", {}, a.claims.map((c) => el("li", { class: "card" }, el("p", { class: "soft" }, c.date || "no date"),
      el("p", { class: "says" }, actorLink(c.subject), " " + c.predicate + " ", actorLink(c.object), tags(c)), quotation(c))))];
  },
  async stats() {
    const s = await get("/api/stats"), most = Math.max(1, ...s.selected.classes.map((c) => c.claims));
    const bar = (n) => el("meter", { min: "0", max: String(most), value: String(n), "aria-hidden": "true" });
    return [el("h2", {}, "The graph in numbers"),
      el("p", {}, `${plural(s.articles, "article")}, ${plural(s.actors, "actor")}, ${plural(s.claims, "claim")} with ${plural(s.verbs, "verb")}` + (s.first_date ? `, dated ${s.first_date} to ${s.last_date}` : "")),
      el("h3", {}, "Told as done, by class"), table(["Class", "Claims", ""], s.selected.classes.map((c) => [c.class, c.claims, bar(c.claims)])),
      el("h3", {}, "By month"), table(["Month", "Claims"], s.selected.months.map((m) => [m.month || "no date", m.claims])),
      el("h3", {}, "Which side does most to which"), table(["Source", "Target", "Claims"], s.selected.dyads.map((d) => [d.source, d.target, d.claims]))];
  },
  async actors() {
    const a = await get("/api/actors", new URLSearchParams({ limit: "500" }));
    return [el("h2", {}, plural(a.total, "actor")), table(["Actor", "Kind", "Side", "Articles", "Does", "Is done to"],
      a.actors.map((x) => [actorLink(x), x.kind, x.side, x.articles, x.as_subject, x.as_object]))];
  },
  async articles() {
    const a = await get("/api/articles", new URLSearchParams({ limit: "500" }));
    return [el("h2", {}, plural(a.total, "article")), table(["Article", "Date", "Source", "Claims"],
      a.articles.map((x) => [articleLink(x.id, x.title), x.date, x.source, x.claims]))];
  },
  async article(parameters) {
    const a = await get("/api/articles/" + encodeURIComponent(parameters.get("article")));
    const places = [];
    for (const c of [...a.claims].sort((x, y) => x.trigger_start - y.trigger_start))
      if (c.trigger_start >= (places.at(-1) || 0)) places.push(c.trigger_start, c.trigger_end);
    const parts = cut(a.text, ...places).map((t, i) => (i % 2 ? el("mark", {}, t) : t));
    return [el("h2", {}, a.title || a.id), el("p", { class: "soft" }, [a.id, a.source, a.date, plural(a.claims.length, "claim")].filter(Boolean).join(" · ")), el("pre", {}, parts)];
  },
  async library(parameters) {
    const name = parameters.get("library");
    if (name) {
      const r = await get("/api/library/" + encodeURIComponent(name));
      return [el("h2", {}, name), r.rows.length ? table(r.columns, r.rows) : el("p", {}, "No results."), r.limited ? el("p", { class: "soft" }, "There are more.") : ""];
    }
    const list = await get("/api/library");
    return [el("h2", {}, "Query library"), el("ul", {}, list.map((q) => el("li", { class: "card" }, el("p", {}, el("a", { href: "#library=" + q.name }, q.name)), el("p", { class: "soft" }, q.description))))];
  },
  async start() {
    const s = await get("/api/stats");
    return [el("h2", {}, `${plural(s.claims, "claim")} of ${plural(s.articles, "article")}`), el("p", {}, "Try one of these:"),
      el("ul", {}, s.suggestions.map((x) => el("li", {}, suggestion(x))))];
  },
};

// suggestion makes a link of a suggested command.
function suggestion(command) {
  const text = command.replace(/^quadwire /, ""), way = /^path "?([^"]+)"? "([^"]+)"$/.exec(text);
  const href = way ? "#path&" + new URLSearchParams({ from: way[1], to: way[2] }) : "#ask&" + new URLSearchParams({ q: text });
  return el("a", { href }, text);
}

let turn = 0;

// show shows what the address asks for.
async function show() {
  const mine = ++turn, address = location.hash.slice(1), parameters = new URLSearchParams(address);
  const name = /^[a-z]*/.exec(address)[0], view = Object.hasOwn(views, name) ? views[name] : views.start;
  out.setAttribute("aria-busy", "true");
  let content;
  try {
    const asked = new URLSearchParams(parameters);
    asked.delete(name);
    content = await view(name === "ask" || name === "path" ? asked : parameters);
  } catch (e) {
    const instead = (e.actors || []).map((id) => el("li", {}, el("a", { href: "#actor=" + encodeURIComponent(id) }, id)));
    content = [el("p", { class: "bad", role: "alert" }, e.message), instead.length ? el("ul", {}, instead) : ""];
  }
  if (mine !== turn) return; // another question was faster
  out.replaceChildren(...content.flat(9).filter((c) => c !== ""));
  out.setAttribute("aria-busy", "false");
  const heading = out.querySelector("h2");
  document.title = (heading && view !== views.start ? heading.textContent + " – " : "") + "quadwire";
  if (name === "ask" && parameters.get("q")) asking.elements.q.value = parameters.get("q");
  if (name) out.focus({ preventScroll: true });
}

// send puts a form into the address.
function send(form, name) {
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const parameters = new URLSearchParams();
    for (const [k, v] of new FormData(form)) if (v.trim()) parameters.append(k, v.trim());
    const hash = "#" + name + "&" + parameters;
    if (location.hash === hash) show();
    else location.hash = hash;
  });
}

send(asking, "ask");
send(tying, "path");
addEventListener("hashchange", show);
show();
get("/api/actors", new URLSearchParams({ limit: "500" })).then((a) =>
  document.getElementById("names").append(...a.actors.map((x) => el("option", { value: x.name }))), () => {});
