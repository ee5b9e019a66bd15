// The script of the page: search and filters, links to records, colours, printing, and the picture.
"use strict";
(() => {
  const root = document.documentElement;
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const found = $("found");
  const form = document.querySelector("#filters form");
  const FIELDS = ["q", "place", "measure", "actor", "source", "relation", "from", "to"];
  root.classList.add("scripted");

  // Lower case, and without accents, so that people find what they cannot type.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();
  const list = (text) => (text ? text.split(" ") : []);

  // What can be found, read from the page once, when it is first needed.
  let index = null;
  const textOf = (element, left) =>
    plain([...element.children].filter((child) => !left.includes(child.localName)).map((child) => child.textContent).join(" "));
  const build = () => {
    const claims = all(".claim").map((element) => {
      const data = element.dataset;
      return {
        element, id: element.id.slice(6), text: textOf(element, ["details"]),
        place: list(data.place), actor: list(data.actor), measure: list(data.measure), source: list(data.source),
        from: data.from, to: data.to, relations: new Set(), section: "claims",
      };
    });
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const cards = all(".card").map((element) => {
      const own = list(element.dataset.claims).map((id) => byId.get(id)).filter(Boolean);
      const relation = element.dataset.relation;
      for (const claim of own) claim.relations.add(relation);
      return { element, own, relation, text: plain(element.querySelector("h3").textContent), section: element.closest("section").id };
    });
    const sources = all(".source").map((element) => ({ element, id: element.dataset.source, text: textOf(element, ["details"]), section: "sources" }));
    const claimsOf = new Map();
    for (const claim of claims) for (const id of claim.source) claimsOf.set(id, [...(claimsOf.get(id) || []), claim]);
    for (const source of sources) source.own = claimsOf.get(source.id) || [];
    return { claims, cards, sources };
  };

  // What the form asks for; only what is filled in.
  const asked = () => {
    const ask = {};
    for (const name of FIELDS) {
      const value = form.elements[name].value.trim();
      if (value) ask[name] = value;
    }
    return ask;
  };
  const inTime = (claim, ask) => {
    if (!ask.from && !ask.to) return true;
    if (!claim.from && !claim.to) return false;
    return (!ask.from || !claim.to || claim.to >= ask.from) && (!ask.to || !claim.from || claim.from <= ask.to);
  };
  const fits = (claim, ask) =>
    ["place", "measure", "actor", "source"].every((name) => !ask[name] || claim[name].includes(ask[name])) && inTime(claim, ask);
  const says = (words, text) => words.every((word) => text.includes(word));
  const show = (element, shown) => { if (element.hidden === shown) element.hidden = !shown; };
  const counted = (number, of, one, many) => `${number === of ? "" : `${number.toLocaleString("en")} of `}${of.toLocaleString("en")} ${of === 1 ? one : many}`;

  const filter = () => {
    index ||= build();
    const ask = asked();
    const words = plain(ask.q || "").split(/\s+/).filter(Boolean);
    const byClaim = Object.keys(ask).some((name) => name !== "q");
    const count = { disagreements: [0, 0], settled: [0, 0], claims: 0, sources: 0 };
    for (const claim of index.claims) {
      claim.fits = fits(claim, ask);
      claim.shown = claim.fits && (!ask.relation || claim.relations.has(ask.relation)) && says(words, claim.text);
      show(claim.element, claim.shown);
      count.claims += claim.shown;
    }
    for (const card of index.cards) {
      // The words may stand in the question or in one of its claims; the rest must be true of one claim.
      const own = card.own.filter((claim) => claim.fits);
      const shown = (!ask.relation || card.relation === ask.relation) && (!byClaim || own.length > 0)
        && (says(words, card.text) || own.some((claim) => words.every((word) => card.text.includes(word) || claim.text.includes(word))));
      show(card.element, shown);
      const kind = count[card.section === "disagreements" ? "disagreements" : "settled"];
      kind[0] += shown;
      kind[1] += 1;
    }
    for (const source of index.sources) {
      const about = !byClaim || source.own.some((claim) => claim.fits && (!ask.relation || claim.relations.has(ask.relation)));
      const shown = about && (says(words, source.text) || source.own.some((claim) => claim.shown));
      show(source.element, shown);
      count.sources += shown;
    }
    tell(count, ask);
    return ask;
  };

  // Says how many there are, opens the switch where only it holds something, and owns up where a section is empty.
  const tell = (count, ask) => {
    const is = Object.keys(ask).length > 0;
    found.textContent = [
      counted(...count.disagreements, "disagreement", "disagreements"),
      counted(...count.settled, "other question", "other questions"),
      counted(count.claims, index.claims.length, "claim", "claims"),
      counted(count.sources, index.sources.length, "source", "sources"),
    ].join(", ") + (is ? "." : ", nothing left out.");
    const empty = new Map();
    for (const { element, section } of [...index.cards, ...index.claims, ...index.sources])
      empty.set(section, (empty.get(section) ?? true) && element.hidden);
    for (const none of all("p.none")) show(none, empty.get(none.parentElement.id) === true);
    // Questions without a disagreement are beside the point: where none of them fits, nothing is said of them.
    for (const id of ["look", "settled"]) if ($(id)) show($(id), empty.get(id) !== true);
    const hidden = document.querySelector("details.switch");
    if (hidden) {
      const cards = index.cards.filter((card) => card.section === "settled");
      $("settled-count").textContent = counted(cards.filter((card) => !card.element.hidden).length, cards.length, "question", "questions");
    }
    if (hidden && is && count.disagreements[0] === 0 && count.settled[0] > 0) hidden.open = true;
  };

  // A filtered view has an address of its own: #?place=…&q=…
  const address = (ask) => `#?${new URLSearchParams(ask)}`;
  const remember = (ask) => {
    const hash = Object.keys(ask).length ? address(ask) : " ";
    if (hash !== location.hash) history.replaceState(null, "", hash === " " ? location.pathname + location.search : hash);
  };
  const recall = () => {
    const ask = new URLSearchParams(location.hash.slice(2));
    for (const name of FIELDS) form.elements[name].value = ask.get(name) || "";
    if ([...ask.keys()].some((name) => name !== "q")) $("more").open = true;
    filter();
  };

  // Opens whatever is folded around a record, and marks it.
  let lit = null;
  const reveal = (id) => {
    const target = $(id);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.hidden) at.hidden = false;
      if (at.localName === "details") at.open = true;
    }
    if (lit) lit.classList.remove("lit");
    lit = target.localName === "article" ? target : null;
    if (lit) {
      lit.classList.add("lit");
      const chain = lit.querySelector(":scope > details.chain");
      if (chain) chain.open = true;
    }
    target.scrollIntoView({ block: "start" });
    target.tabIndex = -1;
    if (!target.contains(document.activeElement)) target.focus({ preventScroll: true });
  };
  const follow = () => {
    if (location.hash.startsWith("#?")) recall();
    else if (location.hash.length > 1) reveal(decoded(location.hash.slice(1)));
  };
  // Addresses are typed and cut off; one that cannot be read leads nowhere.
  const decoded = (text) => { try { return decodeURIComponent(text); } catch { return ""; } };

  // Copies an address; where the browser does not allow it, the address still stands in its bar.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return "Link copied.";
    } catch {
      return "The link is in the address bar.";
    }
  };
  const copied = async (link) => {
    const said = await copy(link.href);
    const note = document.createElement("span");
    note.textContent = said;
    note.className = "hint";
    note.setAttribute("role", "status");
    link.after(" ", note);
    setTimeout(() => note.remove(), 3000);
  };

  form.addEventListener("input", () => remember(filter()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => remember(filter())));
  $("share").addEventListener("click", async () => {
    const base = location.href.split("#")[0];
    found.textContent = await copy(base + (Object.keys(asked()).length ? address(asked()) : ""));
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link) return;
    if (link.classList.contains("permalink")) copied(link);
    // The same link once more changes no address, and still leads there.
    if (link.getAttribute("href") === location.hash) follow();
  });
  addEventListener("hashchange", follow);

  // Colours: those of the device, unless somebody chose.
  const theme = $("theme");
  const colour = (name) => { if (name) root.dataset.theme = name; else delete root.dataset.theme; };
  const stored = (act) => { try { return act(localStorage); } catch { return null; } };
  theme.value = stored((store) => store.getItem("gainsay-theme")) || "";
  colour(theme.value);
  theme.addEventListener("change", () => {
    colour(theme.value);
    stored((store) => store.setItem("gainsay-theme", theme.value));
  });

  // On paper, everything is unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])").filter((details) => !details.closest("[hidden]"));
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });

  $("more").open = innerWidth > 700;
  if (location.hash.length > 1) follow();
  // The count stands from the start; what it takes to search is read when there is time.
  if (!index) (self.requestIdleCallback || setTimeout)(() => { if (!index) filter(); });
})();
