// Nothing typed is lost: what stands in a form marked data-keep is kept in this browser until it has been sent.
(() => {
  const prefix = "protempore:";
  for (const form of document.querySelectorAll("form[data-keep]")) {
    const name = prefix + form.dataset.keep;
    const fields = [...form.querySelectorAll("textarea[name], input[type=text][name]")];
    const kept = JSON.parse(localStorage.getItem(name) || "null");
    const shown = JSON.stringify(fields.map((f) => f.defaultValue));
    if (kept && kept.shown === shown) {
      fields.forEach((f) => { if (f.name in kept.typed) f.value = kept.typed[f.name]; });
    } else {
      localStorage.removeItem(name);
    }
    form.addEventListener("input", () => {
      const typed = Object.fromEntries(fields.filter((f) => f.value !== f.defaultValue).map((f) => [f.name, f.value]));
      if (Object.keys(typed).length) localStorage.setItem(name, JSON.stringify({ shown, typed }));
      else localStorage.removeItem(name);
    });
    form.addEventListener("submit", () => localStorage.removeItem(name));
  }
})();
