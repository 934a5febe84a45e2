// The matrix by keyboard: arrows with Alt go to the next cell, digits choose a level, 0 clears.
const selects = (row) => [...row.querySelectorAll("select")];

document.addEventListener("keydown", (event) => {
  const select = event.target.closest?.(".matrix select");
  if (!select || event.ctrlKey || event.metaKey) {
    return;
  }
  const row = select.closest("tr");
  const column = selects(row).indexOf(select);
  if (event.altKey) {
    const rows = [...row.parentElement.rows];
    const at = rows.indexOf(row);
    const next = {
      ArrowLeft: selects(row)[column - 1],
      ArrowRight: selects(row)[column + 1],
      ArrowUp: rows[at - 1] && selects(rows[at - 1])[column],
      ArrowDown: rows[at + 1] && selects(rows[at + 1])[column],
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    }
    return;
  }
  if (/^[0-9]$/.test(event.key)) {
    const level = event.key === "0" ? "" : event.key;
    if ([...select.options].some((option) => option.value === level)) {
      event.preventDefault();
      select.value = level;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
});

document.addEventListener("change", (event) => {
  const select = event.target.closest(".matrix select");
  if (select) {
    const before = [...select.options].find((option) => option.defaultSelected)?.value ?? "";
    select.toggleAttribute("data-changed", select.value !== before);
  }
});

// What could not be saved is said in its cell.
const failed = (event) => {
  const cell = event.target.closest?.(".matrix td");
  if (cell) {
    cell.querySelector(".problem")?.remove();
    const said = document.createElement("span");
    said.className = "problem";
    said.setAttribute("role", "alert");
    said.textContent = cell.closest("[data-failed]").dataset.failed;
    cell.append(said);
  }
};
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);
