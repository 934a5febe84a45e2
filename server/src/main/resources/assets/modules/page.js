// Keyboard: "/" goes to the search field. Everything else works without script.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const search = document.querySelector("main input[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});

// One box ticks all boxes of its table.
document.addEventListener("change", (event) => {
  const all = event.target.closest("input[data-ticks-all]");
  if (all) {
    for (const box of all.closest("table").querySelectorAll("tbody input[type=checkbox]")) {
      box.checked = all.checked;
    }
  }
});
