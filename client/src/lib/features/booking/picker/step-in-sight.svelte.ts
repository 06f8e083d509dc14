/** Whether the button of the panel's next step can be seen; it is another button whenever the step is another. */
export class StepInSight {
  current = $state(false);

  constructor(step: () => unknown) {
    $effect(() => {
      step();
      const button = document.querySelector('#verdict [data-step]');
      if (!button) {
        this.current = false;
        return;
      }
      const observer = new IntersectionObserver((entries) => {
        this.current = entries.at(-1)?.isIntersecting ?? false;
      });
      observer.observe(button);
      return () => observer.disconnect();
    });
  }
}
