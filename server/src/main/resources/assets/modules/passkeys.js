// Passkeys: asks the server what to sign, the device to sign it, and sends the answer as a form.
// Without script, or in a browser that has no passkeys, these forms stay hidden.
const known =
  window.PublicKeyCredential?.parseCreationOptionsFromJSON &&
  window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function answer(form) {
  const asked = await fetch(form.dataset.options, {
    method: "POST",
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    redirect: "error",
  });
  if (!asked.ok) {
    throw new Error(`${form.dataset.options} answered ${asked.status}`);
  }
  const options = await asked.json();
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  return JSON.stringify(credential.toJSON());
}

if (known) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector("[data-failed]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      failed.hidden = true;
      try {
        form.elements.response.value = await answer(form);
        form.submit();
      } catch {
        failed.hidden = false;
      }
    });
  }
}
