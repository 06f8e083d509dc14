import type { Attachment } from 'svelte/attachments';
import { goto } from '$app/navigation';
import { navigating } from '$app/state';

/** How long somebody rests before their search is followed, in milliseconds. */
const rest = 600;

type Control = HTMLInputElement | HTMLSelectElement;
const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
const isTyped = (control: Control) => control instanceof HTMLInputElement && /^(text|search)$/.test(control.type);
/** Arrow keys pass through the choices of these, and digits through days, on the way to the one that is meant. */
const isSteppedThrough = (control: Control) =>
  control instanceof HTMLSelectElement || /^(radio|date)$/.test(control.type);

/**
 * Follows a search in its place once its reader rests: the focus stays, and so does what is typed meanwhile. What keys
 * step through is only followed when it is left, so that no arrow key loads anything. The button works as ever, and
 * without scripts alone.
 */
export const followedAtRest: Attachment<HTMLFormElement> = (form) => {
  const listening = new AbortController();
  const on = <Name extends keyof DocumentEventMap>(name: Name, react: (event: DocumentEventMap[Name]) => void) =>
    form.ownerDocument.addEventListener(name, react, { signal: listening.signal });
  const asked = () => {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)] as [string, string]);
    return new URLSearchParams(fields.filter(([, value]) => value !== '')).toString();
  };
  /** What was followed last, and where it led: a link may change both the fields and the place. */
  let followed = { query: asked(), place: location.search };
  let byKey = false;
  let stepping = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const follow = async () => {
    // Somebody is led elsewhere already, by a link or a choice; what then stands in the fields counts.
    if (navigating.to) return soon();
    const query = asked();
    const isFollowed = query === followed.query && location.search === followed.place;
    if (isFollowed || !form.checkValidity()) return;
    followed = { query, place: location.search };
    const typing = form.ownerDocument.activeElement;
    let latest = isControl(typing) && isTyped(typing) ? typing.value : undefined;
    const keep = () => {
      if (isControl(typing)) latest = typing.value;
    };
    typing?.addEventListener('input', keep);
    await goto(`?${query}`, { reset: false, replace: true });
    followed.place = location.search;
    typing?.removeEventListener('input', keep);
    if (latest !== undefined && isControl(typing) && typing.value !== latest) {
      typing.value = latest;
      typing.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(follow, rest);
  };
  const own = ({ target }: Event) => (isControl(target) && target.form === form ? target : undefined);

  on('keydown', (event) => {
    if (own(event)) byKey = true;
  });
  on('pointerdown', () => {
    byKey = false;
  });
  on('input', (event) => {
    const control = own(event);
    if (!control) return;
    stepping = byKey && isSteppedThrough(control);
    if (stepping) clearTimeout(timer);
    else soon();
  });
  on('focusout', (event) => {
    const leftFor = event.relatedTarget;
    const sameRadios = isControl(leftFor) && leftFor.name === own(event)?.name;
    if (own(event) && stepping && !sameRadios) soon();
  });
  form.addEventListener(
    'submit',
    () => {
      clearTimeout(timer);
      followed = { query: asked(), place: location.search };
    },
    { signal: listening.signal },
  );
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
};
