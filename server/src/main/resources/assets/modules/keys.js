// The keyboard: "/" searches the page, Ctrl-K everything, "?" tells the keys, j and k walk rows.
const typing = (element) => element.closest?.("input, select, textarea, [contenteditable], dialog");
const PLACES = { h: "/", p: "/priorities", a: "/assets" };
let going = 0;

const openJump = () => {
  const dialog = document.getElementById("jump");
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.querySelector("input").select();
  }
  return dialog;
};

const rows = () => [...document.querySelectorAll("[data-rows] tbody tr, .ranking li")];

const walk = (step) => {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  const link = next?.querySelector("th a, .what a") ?? next?.querySelector("a, input");
  link?.focus();
  return Boolean(link);
};

const tick = () => {
  const row = document.activeElement.closest("[data-rows] tbody tr");
  const box = row?.querySelector(".tick input");
  box?.click();
  return Boolean(box);
};

const plain = (event) => {
  switch (event.key) {
    case "/": {
      const search = document.querySelector("main input[type=search]");
      search?.select();
      return Boolean(search) || Boolean(openJump());
    }
    case "?":
      document.getElementById("keys")?.showModal();
      return true;
    case "j":
      return walk(1);
    case "k":
      return walk(-1);
    case "x":
      return tick();
    case "g":
      going = event.timeStamp;
      return true;
    case "ArrowDown":
    case "ArrowUp":
      return Boolean(document.activeElement.closest("[data-rows] tbody, .ranking"))
        && walk(event.key === "ArrowDown" ? 1 : -1);
    default:
      if (event.timeStamp - going < 1200 && PLACES[event.key]) {
        location.assign(PLACES[event.key]);
        return true;
      }
      return false;
  }
};

document.addEventListener("keydown", (event) => {
  const command = event.ctrlKey || event.metaKey;
  if (command && !event.altKey && event.key.toLowerCase() === "k") {
    if (openJump()) {
      event.preventDefault();
    }
  } else if (!command && !event.altKey && !typing(event.target) && plain(event)) {
    event.preventDefault();
  }
});

// Within the jump, arrows walk what was found and Enter opens the first of it.
const jump = document.getElementById("jump");
jump?.addEventListener("keydown", (event) => {
  const found = [...jump.querySelectorAll(".found a")];
  const at = found.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? jump.querySelector("input") : found[Math.min(next, found.length - 1)])?.focus();
    event.preventDefault();
  } else if (event.key === "Enter" && at < 0 && found.length > 0) {
    event.preventDefault();
    location.assign(found[0].href);
  }
});

// The field in the header is the jump as soon as there is a script.
for (const field of document.querySelectorAll("[data-jump]")) {
  field.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    openJump();
  });
}
