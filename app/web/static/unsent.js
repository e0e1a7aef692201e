// Nothing typed is lost: what stands in a form marked data-keep is kept in this browser until it has arrived.
(() => {
  const prefix = "protempore:";
  const read = (name) => JSON.parse(localStorage.getItem(name) || "null");
  const write = (name, kept) => localStorage.setItem(name, JSON.stringify(kept));
  const forms = [...document.querySelectorAll("form[data-keep]")].map((form) => ({ form, name: prefix + form.dataset.keep }));

  // What was sent has arrived when a page tells what was done, or is another one and refuses nothing.
  const done = document.querySelector(".notice");
  const refused = document.querySelector(".refusal");
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    const kept = read(name);
    if (!kept.sent) continue;
    if (!done && (refused || forms.some((each) => each.name === name))) write(name, { ...kept, sent: false });
    else localStorage.removeItem(name);
  }

  for (const { form, name } of forms) {
    const fields = [...form.querySelectorAll("textarea[name], input[type=text][name]")];
    const kept = read(name);
    const shown = JSON.stringify(fields.map((f) => f.defaultValue));
    if (kept && kept.shown === shown) {
      fields.forEach((f) => { if (f.name in kept.typed) f.value = kept.typed[f.name]; });
    } else {
      localStorage.removeItem(name);
    }
    form.addEventListener("input", () => {
      const typed = Object.fromEntries(fields.filter((f) => f.value !== f.defaultValue).map((f) => [f.name, f.value]));
      if (Object.keys(typed).length) write(name, { shown, typed });
      else localStorage.removeItem(name);
    });
    form.addEventListener("submit", () => {
      const typed = read(name);
      if (typed) write(name, { ...typed, sent: true });
    });
  }
})();
