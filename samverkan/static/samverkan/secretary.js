// The secretary's screen. Every point saves by itself, and nothing that was typed is ever lost:
// it is kept in the browser from the first key until the server has said that it is saved.

const WAIT = 1200;
const ANSWER_WITHIN = 15000;
const LONGEST_PAUSE = 30000;

const LATER = "Inte sparat, vi försöker igen. Texten finns kvar i webbläsaren.";
const SIGNED_OUT =
  "Inte sparat: du är utloggad. Logga in i en annan flik, så sparas texten. Den finns kvar här.";
const NOT_ALLOWED = "Inte sparat: du får inte längre skriva i mötet. Texten finns kvar här.";
const BOTH = "Inte sparat: någon annan har skrivit i punkten. Läs båda texterna och spara.";
const OUTCOME_WAITS = "Utfallet är inte sparat än. Tryck på Spara punkten.";

const store = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false; // full or forbidden; the page itself still holds the text
    }
  },
  forget(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // nothing was kept there either
    }
  },
};

const same = (one, other) => one.replace(/\r\n?/g, "\n").trim() === other.replace(/\r\n?/g, "\n").trim();

/** Take a fresh proof for the forms, since one from before a new sign-in is refused.
 *  Returns why it could not be had, or nothing. */
async function renewProof() {
  const answer = await fetch(location.pathname, { redirect: "manual" });
  if (answer.type === "opaqueredirect") return SIGNED_OUT;
  if (!answer.ok) return NOT_ALLOWED;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const proof = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!proof) return NOT_ALLOWED;
  document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => (field.value = proof));
  return "";
}

class Point {
  constructor(form, prefix) {
    this.form = form;
    this.key = `samverkan:${prefix}:${form.dataset.point}`;
    this.box = form.querySelector("textarea[name=text]");
    this.seen = form.elements.namedItem("seen");
    this.state = form.querySelector("[data-state]");
    this.conflict = form.querySelector("[data-conflict]");
    this.saved = this.box.value;
    this.sent = []; // what was sent without an answer: if one of them stands there, it is ours
    this.busy = false;
    this.both = false;
    this.failures = 0;
    this.outcomeWaits = false;
    this.savedOutcome = this.outcome();
    this.listen();
    this.restore();
  }

  listen() {
    this.box.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", (event) => this.chosen(event));
    this.form.addEventListener("input", (event) => this.chosen(event));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.decide();
    });
    this.on("[data-join]", () => this.merge(`${this.theirs}\n\n${this.mine}`));
    this.on("[data-take]", () => this.merge(this.theirs));
    this.on("[data-keep]", () => this.merge(this.mine));
    const usual = this.form.querySelector("[data-usual]");
    if (usual) {
      this.on("[data-fill]", () => this.merge(usual.dataset.usual));
      usual.querySelector("[data-fill]").hidden = false;
    }
  }

  on(selector, act) {
    this.form.querySelector(selector)?.addEventListener("click", act);
  }

  /** What is chosen and typed besides the text; null where a point has nothing to decide. */
  outcome() {
    if (!this.form.querySelector("[name=outcome]")) return null;
    const fields = new FormData(this.form);
    return ["outcome", "inner_kind", "clauses"].map((name) => fields.get(name) ?? "");
  }

  get dirty() {
    return !same(this.box.value, this.saved);
  }

  say(words, kind = "") {
    if (this.state.textContent !== words) this.state.textContent = words;
    this.state.dataset.kind = kind;
  }

  /** Keep in the browser what the server does not have. */
  keep() {
    if (!this.dirty && !this.outcomeWaits && !this.both) return store.forget(this.key);
    store.set(this.key, {
      text: this.box.value,
      mine: this.both ? this.mine : null,
      base: this.saved,
      seen: this.both ? "" : this.seen.value,
      sent: this.sent,
      outcome: this.outcomeWaits ? this.outcome() : null,
      before: this.savedOutcome,
    });
  }

  restore() {
    const kept = store.get(this.key);
    if (!kept) return;
    if (kept.outcome && this.savedOutcome && String(kept.outcome) !== String(this.savedOutcome)) {
      this.fillOutcome(kept.outcome);
      this.outcomeWaits = true;
      const other = String(kept.before) !== String(this.savedOutcome);
      this.say(other ? `Utfallet ändrades av någon annan. ${OUTCOME_WAITS}` : OUTCOME_WAITS, "waiting");
    }
    if (!same(kept.text, this.saved)) {
      const ours = kept.sent.some((one) => same(one, this.saved));
      const mine = kept.mine ?? kept.text;
      this.box.value = kept.text;
      if (kept.seen === this.seen.value || ours || same(kept.base, this.saved)) this.soon(0);
      else this.showBoth({ text: this.saved, stamp: this.seen.value, by: "", at: "" }, mine);
    }
    this.keep();
  }

  fillOutcome([outcome, inner, clauses]) {
    const choice = [...this.form.querySelectorAll("[name=outcome]")];
    choice.forEach((one) => (one.checked = one.value === outcome));
    for (const [name, value] of [["inner_kind", inner], ["clauses", clauses]]) {
      const field = this.form.elements.namedItem(name);
      if (field) field.value = value;
    }
  }

  typed() {
    this.refused = false;
    this.keep();
    if (this.both) return;
    if (this.dirty) this.say("", "");
    this.soon(WAIT);
  }

  chosen(event) {
    if (event.target === this.box || !this.savedOutcome) return;
    this.outcomeWaits = String(this.outcome()) !== String(this.savedOutcome);
    this.keep();
    if (this.outcomeWaits) this.say(OUTCOME_WAITS, "waiting");
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** The button: all of the point, also what became of it. */
  decide() {
    if (this.both) this.resolve();
    this.wanted = this.savedOutcome !== null && this.outcome()[0] !== "";
    this.meanwhile = this.busy && this.wanted; // pressed again before the first press was answered
    this.refused = false;
    clearTimeout(this.timer);
    this.save(true);
  }

  async save(asked = false) {
    if (this.busy) {
      this.again = true;
      return;
    }
    if (this.both || this.refused) return;
    const whole = Boolean(this.wanted);
    if (!this.dirty && !whole) {
      if (asked && !this.outcomeWaits) this.say("Allt är sparat.");
      return;
    }
    const text = this.box.value;
    const outcome = this.outcome();
    const body = new FormData(this.form);
    body.set("save", whole ? "outcome" : "note");
    const before = this.sent;
    this.busy = true;
    this.sent = [...before.slice(-4), text];
    this.keep();
    try {
      const answer = await fetch(this.form.action, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
        redirect: "manual",
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      });
      await this.heard(answer, text, whole ? outcome : null, before);
    } catch {
      this.later(LATER);
    } finally {
      this.busy = false;
      this.keep();
    }
    if (this.again) {
      this.again = false;
      this.soon(0);
    }
  }

  async heard(answer, text, outcome, before) {
    if (answer.type === "opaqueredirect") return this.later(SIGNED_OUT);
    if (answer.status === 403) {
      const barred = this.renewed ? NOT_ALLOWED : await renewProof();
      if (barred) return this.later(barred);
      this.renewed = true;
      this.again = true;
      return;
    }
    if (answer.status === 409) return this.met(await answer.json(), before);
    if (answer.status === 422) {
      this.sent = [];
      const why = (await answer.json()).sentences.join(" ");
      this.say(`Inte sparat. ${why}`, "waiting");
      if (!outcome) return (this.refused = true);
      this.wanted = this.pressedMeanwhile(); // if not, the words at least can be saved
      this.outcomeWaits = true;
      this.barred = why;
      this.again = this.dirty || this.wanted;
      return;
    }
    if (!answer.ok) return this.later(LATER);
    const { stamp, at } = await answer.json();
    this.seen.value = stamp;
    this.saved = text;
    this.sent = [];
    this.failures = 0;
    this.renewed = false;
    if (outcome) {
      this.wanted = this.pressedMeanwhile();
      this.barred = "";
      this.savedOutcome = outcome;
      this.outcomeWaits = String(this.outcome()) !== String(outcome);
    }
    if (this.dirty) return this.soon(WAIT);
    const why = this.barred ? `Utfallet är inte sparat. ${this.barred}` : OUTCOME_WAITS;
    if (this.outcomeWaits) this.say(`Texten sparad ${at}. ${why}`, "waiting");
    else this.say(`Sparat ${at}`);
  }

  pressedMeanwhile() {
    const pressed = Boolean(this.meanwhile);
    this.meanwhile = false;
    return pressed;
  }

  later(words) {
    this.failures += 1;
    this.renewed = false;
    this.say(words, "waiting");
    this.soon(Math.min(1000 * 2 ** this.failures, LONGEST_PAUSE));
  }

  /** Somebody's text stands there: our own, if only the answer was lost; else show both. */
  met(theirs, before) {
    if (before.some((one) => same(theirs.text, one))) {
      this.seen.value = theirs.stamp;
      this.saved = theirs.text;
      this.sent = [];
      this.again = true;
      return;
    }
    this.sent = [];
    this.showBoth(theirs, this.box.value);
  }

  showBoth(theirs, mine) {
    this.both = true;
    this.theirs = theirs.text;
    this.mine = mine;
    this.newer = theirs.stamp;
    this.conflict.hidden = false;
    this.conflict.querySelector("[data-theirs]").textContent = theirs.text || "Rutan är tom.";
    this.conflict.querySelector("[data-mine]").textContent = mine;
    this.conflict.querySelector("[data-mine-part]").hidden = false;
    const who = theirs.by ? `av ${theirs.by} ${theirs.at}. ` : "";
    const by = who + (theirs.outcome ? `Utfall: ${theirs.outcome}.` : "");
    this.conflict.querySelector("[data-by]").textContent = by;
    this.say(BOTH, "waiting");
    this.keep();
  }

  /** Put a text in the box; it is saved when the button says so, or by itself where all agree. */
  merge(text) {
    this.box.value = text;
    this.box.focus();
    this.typed();
  }

  resolve() {
    this.both = false;
    this.conflict.hidden = true;
    this.seen.value = this.newer;
    this.saved = this.theirs;
  }

  /** The page is being left: send what waits, and do not wait for an answer. */
  leave() {
    this.keep();
    if (!this.dirty || this.busy || this.both || this.refused) return;
    const body = new FormData(this.form);
    body.set("save", "note");
    this.sent = [...this.sent, this.box.value];
    this.keep();
    const headers = { Accept: "application/json" };
    fetch(this.form.action, { method: "POST", body, headers, keepalive: true }).catch(() => {});
  }
}

/** A meeting that was ended before a text was saved: show what never came in. */
function showLeft(part, prefix) {
  const kept = store.get(`samverkan:${prefix}:${part.dataset.closed}`);
  if (!kept || same(kept.text, part.dataset.text)) return;
  const left = document.createElement("div");
  left.className = "sv-both";
  const heading = document.createElement("h3");
  heading.textContent = "Det här hann inte sparas innan mötet avslutades";
  const text = document.createElement("div");
  text.className = "sv-both__text";
  text.textContent = kept.mine ?? kept.text;
  left.append(heading, text);
  part.append(left);
}

const root = document.querySelector("[data-secretary]");
if (root) {
  const prefix = root.dataset.secretary;
  document.querySelectorAll("[data-scripted]").forEach((part) => (part.hidden = false));
  document.querySelectorAll("[data-plain]").forEach((part) => (part.hidden = true));
  const points = [...root.querySelectorAll("[data-point]")].map((form) => new Point(form, prefix));
  root.querySelectorAll("[data-closed]").forEach((part) => showLeft(part, prefix));

  const tryAgain = () => points.forEach((point) => (point.dirty || point.wanted) && point.soon(0));
  addEventListener("online", tryAgain);
  addEventListener("focus", tryAgain);
  addEventListener("pagehide", () => points.forEach((point) => point.leave()));
  addEventListener("pageshow", (event) => event.persisted && tryAgain());

  // What waits is saved before the meeting is ended, or it is said why not.
  const finish = root.querySelector("[data-finish]");
  finish?.addEventListener("submit", async (event) => {
    if (!points.some((point) => point.dirty || point.outcomeWaits)) return;
    event.preventDefault();
    await Promise.all(points.filter((point) => point.dirty).map((point) => point.save()));
    const waiting = points.find((point) => point.dirty || point.outcomeWaits);
    if (waiting) {
      waiting.form.scrollIntoView();
      waiting.box.focus();
    } else finish.submit();
  });
}
