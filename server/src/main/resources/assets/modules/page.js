// Small things that make pages quicker. Everything works without them.
document.documentElement.classList.add("scripted");

// One box ticks all boxes of its table; the forms that take them say how many there are.
const countTicked = (region) => {
  const output = document.querySelector(`[data-ticked-of="${region?.id}"]`);
  if (output) {
    const ticked = region.querySelectorAll("tbody .tick input:checked").length;
    output.textContent = ticked === 0 ? "" : `(${ticked})`;
  }
};

document.addEventListener("change", (event) => {
  const all = event.target.closest("input[data-ticks-all]");
  if (all) {
    for (const box of all.closest("table").querySelectorAll("tbody .tick input")) {
      box.checked = all.checked;
    }
  }
  countTicked(event.target.closest(".table"));
});

// A table that comes back as it was left says so in the address.
const tellAddress = () => {
  const address = document.querySelector("[data-address]")?.dataset.address;
  if (address && !location.search && !address.endsWith("?page=1")) {
    history.replaceState(history.state, "", address + location.hash);
  }
};
tellAddress();

document.addEventListener("htmx:afterSwap", (event) => countTicked(event.target.closest?.(".table")));

// Whoever was signed out meanwhile gets the sign-in page as a page, not as a part of one.
document.addEventListener("htmx:beforeSwap", (event) => {
  const path = new URL(event.detail.xhr.responseURL || location.href, location.href).pathname;
  if (path === "/sign-in") {
    event.preventDefault();
    location.reload();
  }
});

// A menu closes when one goes elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll(".drop[open], .account[open], .menu-toggle[open]")) {
    if (!menu.contains(event.target)) {
      menu.open = false;
    }
  }
});

for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
}

// In a long menu the present page is in sight.
const present = document.querySelector(".side [aria-current]");
if (present) {
  const menu = present.closest(".navigation");
  // Only as far as needed: a menu that is moved a little hides the name of its first group.
  if (present.offsetTop + present.offsetHeight > menu.clientHeight) {
    menu.scrollTop = present.offsetTop - menu.clientHeight / 2;
  }
}

// The menu stays as it was left: the server reads which groups are open.
for (const summary of document.querySelectorAll(".navigation .group > summary")) {
  summary.addEventListener("click", () => {
    const clicked = summary.parentElement;
    const groups = [...clicked.closest(".navigation").querySelectorAll(".group")];
    // Written at once, for the next page may be asked for at once; the group itself follows later.
    const open = groups.filter((group) => group.open !== (group === clicked));
    const names = open.map((group) => group.dataset.group).join(".") || "none";
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `menu=${names}; path=/; max-age=31536000; samesite=lax${secure}`;
  });
}
